// What people and other tools call the types of answers, and what they are called here: for FW201. Data, and one pure function.

/** Other names of a type, with the types that may be meant, the likeliest first. */
const meantTypes: Readonly<Record<string, readonly string[]>> = {
  address: ["postal address"],
  "home address": ["postal address"],
  amount: ["money", "number"],
  attachment: ["file"],
  birthday: ["date of birth"],
  boolean: ["yes or no"],
  checkbox: ["yes or no"],
  checkboxes: ["any of these"],
  choice: ["one of these"],
  choices: ["any of these"],
  currency: ["money"],
  decimal: ["number"],
  "decimal number": ["number"],
  document: ["file"],
  documents: ["files"],
  dropdown: ["one of these"],
  "e-mail": ["email"],
  "email address": ["email"],
  image: ["photo"],
  integer: ["whole number"],
  link: ["web address"],
  "long answer": ["long text"],
  mobile: ["phone number"],
  "multiple choice": ["one of these", "any of these"],
  name: ["full name"],
  "national insurance number": ["national id"],
  paragraph: ["long text"],
  percent: ["percentage"],
  picture: ["photo"],
  "post code": ["postcode"],
  radio: ["one of these"],
  "short text": ["text"],
  string: ["text"],
  telephone: ["phone number"],
  "telephone number": ["phone number"],
  textarea: ["long text"],
  "true or false": ["yes or no"],
  upload: ["file"],
  url: ["web address"],
  website: ["web address"],
  words: ["text"],
  yesno: ["yes or no"],
  "yes no": ["yes or no"],
  "zip code": ["postcode"],
};

/** The types that somebody means who writes another name, such as `telephone`, or `choice of fuels`; none when nobody knows. */
export function typesMeantBy(written: string): readonly string[] {
  const name = written.toLowerCase();
  if (Object.hasOwn(meantTypes, name)) return meantTypes[name] ?? [];
  const [, one, list] = /^(choice|choose|select|dropdown|radio|pick)(?: one)?(?: of| from)? ([^ ]+)$/.exec(name) ?? [];
  return one !== undefined && list !== undefined ? [`one of ${list}`] : [];
}
