// The sentences of a privacy notice, by language. A language that is not here gets the English ones around the author's own words.

/** Sentences with what they are filled with. */
export interface NoticeWords {
  readonly heading: (service: string) => string;
  readonly who: string;
  readonly whatFor: string;
  readonly law: string;
  readonly special: string;
  readonly whatWeHold: string;
  readonly answer: string;
  readonly from: string;
  readonly typed: string;
  readonly signIn: string;
  readonly lastTime: string;
  readonly keptFor: string;
  readonly after: (length: string, after: "sent" | "decision" | "end" | "credential-ends") => string;
  readonly notKept: string;
  readonly notSaid: string;
  readonly protectedAs: (kind: string) => string;
  readonly shared: string;
  readonly sharedWith: (body: string, answers: string, because: string) => string;
  readonly advised: string;
  readonly advisedBy: (adviser: string) => string;
  readonly rights: string;
  readonly rightsText: string;
  readonly contact: string;
}

const en: NoticeWords = {
  heading: (service) => `How we use your answers: ${service}`,
  who: "Who is responsible",
  whatFor: "What for",
  law: "The law that allows it",
  special: "What is especially protected",
  whatWeHold: "What we hold",
  answer: "Answer",
  from: "Where from",
  typed: "You tell us",
  signIn: "Your sign-in",
  lastTime: "Your last application",
  keptFor: "How long",
  after: (length, after) =>
    `${length} after ${{ sent: "you send it", decision: "the decision", end: "the case ends", "credential-ends": "what was issued ends" }[after]}`,
  notKept: "Taken away once it is decided",
  notSaid: "Not said",
  protectedAs: (kind) => `Especially protected: ${kind}`,
  shared: "Whom we tell",
  sharedWith: (body, answers, because) => `${body}: ${answers}. ${because}`,
  advised: "Where a machine advises us",
  advisedBy: (adviser) => `${adviser}. It only advises; a person decides.`,
  rights: "Your rights",
  rightsText: "You can ask to see what we hold about you, and to have it put right.",
  contact: "How to reach us",
};

const cy: NoticeWords = {
  heading: (service) => `Sut rydym yn defnyddio’ch atebion: ${service}`,
  who: "Pwy sy’n gyfrifol",
  whatFor: "At ba ddiben",
  law: "Y gyfraith sy’n ei ganiatáu",
  special: "Yr hyn sydd wedi’i ddiogelu’n arbennig",
  whatWeHold: "Yr hyn rydym yn ei ddal",
  answer: "Ateb",
  from: "O ble",
  typed: "Chi sy’n dweud wrthym",
  signIn: "Eich mewngofnodi",
  lastTime: "Eich cais diwethaf",
  keptFor: "Am ba hyd",
  after: (length, after) =>
    `${length} ar ôl ${{ sent: "i chi ei anfon", decision: "y penderfyniad", end: "i’r achos ddod i ben", "credential-ends": "i’r hyn a roddwyd ddod i ben" }[after]}`,
  notKept: "Caiff ei ddileu ar ôl y penderfyniad",
  notSaid: "Heb ei nodi",
  protectedAs: (kind) => `Wedi’i ddiogelu’n arbennig: ${kind}`,
  shared: "Pwy rydym yn dweud wrthynt",
  sharedWith: (body, answers, because) => `${body}: ${answers}. ${because}`,
  advised: "Lle mae peiriant yn ein cynghori",
  advisedBy: (adviser) => `${adviser}. Cynghori’n unig y mae; person sy’n penderfynu.`,
  rights: "Eich hawliau",
  rightsText: "Gallwch ofyn am gael gweld yr hyn rydym yn ei ddal amdanoch, a’i gael wedi’i gywiro.",
  contact: "Sut i gysylltu â ni",
};

const all: Readonly<Record<string, NoticeWords>> = { en, cy };

/** The sentences of a language; the English ones where it has none. */
export function noticeWordsOf(tag: string): { readonly words: NoticeWords; readonly tag: string } {
  const words = Object.hasOwn(all, tag) ? all[tag] : undefined;
  return words ? { words, tag } : { words: en, tag: "en" };
}
