// What each type of answer is, in a sentence: for hover and completion. Data only.

const sentences: Readonly<Record<string, string>> = {
  text: "A few words on one line.",
  "long text": "Words on several lines.",
  "full name": "The whole name of a person, in one field.",
  email: "An email address.",
  "phone number": "A phone number, with or without the country's code.",
  "web address": "An address on the web.",
  "reference number": "A number or code that somebody was given. must match says what it looks like.",
  number: "A number, with decimals or without.",
  "whole number": "A number without decimals.",
  money: "An amount in the service's currency, kept in its smallest coin.",
  "money in any currency": "An amount with its currency.",
  percentage: "A share of a hundred: 25 is 25%.",
  date: "A day, asked as day, month and year.",
  "date of birth": "The day somebody was born. It lies in the past.",
  month: "A month of a year.",
  year: "A year.",
  time: "A time of the day.",
  "date range": "A first and a last day: 's start and 's end.",
  appointment: "A booked time at a place: 's start, 's end and 's place.",
  "yes or no": "Yes or no. Bullets below add further choices.",
  country: "A country, chosen from the list of countries.",
  language: "A language, chosen from the list of languages.",
  "postal address": "An address for letters, in lines.",
  postcode: "A postcode.",
  "place on a map": "A point on a map.",
  "area on a map": "An area drawn on a map.",
  "grid reference": "A place by its grid reference.",
  "vehicle registration": "The number on a vehicle's plate.",
  "national id": "A person's number with the state. Personal data of its own class.",
  "business number": "A company's number in the register.",
  "bank account": "The account that money is paid to. Counts as financial data.",
  file: "One uploaded file. accept says which kinds.",
  files: "Several uploaded files.",
  photo: "A picture of a person or thing.",
  "measurement in kilograms": "A number with its unit; any unit may stand behind in.",
  "one of these": "One choice of the bullets below the question.",
  "any of these": "Any number of the choices in the bullets below the question.",
  "one of": "One choice of a list.",
  "any of": "Any number of choices of a list.",
  measurement: "A number with its unit.",
  "case of": "A case of another service, by its number.",
};

/** The sentence for a type as written after "as": whole, or by how it begins. */
export function helpOfType(words: string): string | undefined {
  for (let begin = words; begin !== ""; begin = begin.slice(0, Math.max(0, begin.lastIndexOf(" "))))
    if (Object.hasOwn(sentences, begin)) return sentences[begin];
  return undefined;
}
