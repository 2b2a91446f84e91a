// The sentences of a privacy notice, by language. A language that is not here gets the English ones around the author's own words.

/** Sentences with what they are filled with. */
export interface NoticeWords {
  readonly heading: (service: string) => string;
  readonly who: string;
  readonly whatFor: string;
  readonly law: string;
  readonly special: string;
  readonly whatWeHold: string;
  readonly typed: string;
  readonly signIn: string;
  readonly lastTime: string;
  readonly howLong: string;
  readonly allAnswers: string;
  /** `licence` is the title of what is issued; empty where the line does not hang on it. */
  readonly after: (length: string, after: "sent" | "decision" | "end" | "credential-ends", licence: string) => string;
  readonly notKept: string;
  readonly protectedAs: (kind: string) => string;
  /** What a special kind of personal data is called, by its name in the text. Where it is not here the name itself is read. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly asked: string;
  readonly askedAgain: (licences: string) => string;
  readonly shared: string;
  readonly advised: string;
  readonly advisedBy: (adviser: string) => string;
  readonly registeredAs: (number: string) => string;
  readonly owner: string;
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
  whatWeHold: "What we hold, and where it comes from",
  typed: "You tell us",
  signIn: "Your sign-in",
  lastTime: "Your last application",
  howLong: "How long we keep it",
  allAnswers: "Your answers",
  after: (length, after, licence) =>
    `${length} after ${{ sent: "you send it", decision: "the decision", end: "your case is closed", "credential-ends": `your ${licence || "licence"} ends, or after your case is closed if you get none` }[after]}`,
  notKept: "used while you fill in the form, and not sent with it",
  protectedAs: (kind) => `especially protected: ${kind}`,
  kinds: {},
  asked: "Whom we ask about you",
  askedAgain: (licences) => `We ask again at least once a day while you have this: ${licences}.`,
  shared: "Whom we tell",
  advised: "Where a machine advises us",
  advisedBy: (adviser) => `${adviser}. It only advises; a person decides.`,
  registeredAs: (number) => `It is registered as ${number}.`,
  owner: "Who answers for these rules",
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
  whatWeHold: "Yr hyn rydym yn ei ddal, ac o ble y daw",
  typed: "Chi sy’n dweud wrthym",
  signIn: "Eich mewngofnodi",
  lastTime: "Eich cais diwethaf",
  howLong: "Am ba hyd rydym yn ei gadw",
  allAnswers: "Eich atebion",
  after: (length, after, licence) =>
    `${length} ar ôl ${{ sent: "i chi ei anfon", decision: "y penderfyniad", end: "i’ch achos gau", "credential-ends": `i’ch ${licence || "trwydded"} ddod i ben, neu ar ôl i’ch achos gau os na chewch un` }[after]}`,
  notKept: "fe’i defnyddir wrth i chi lenwi’r ffurflen, ac ni chaiff ei anfon gyda hi",
  protectedAs: (kind) => `wedi’i ddiogelu’n arbennig: ${kind}`,
  kinds: {
    health: "iechyd",
    ethnicity: "ethnigrwydd",
    religion: "crefydd",
    politics: "gwleidyddiaeth",
    sexuality: "rhywioldeb",
    "criminal-record": "cofnod troseddol",
  },
  asked: "Pwy rydym yn gofyn iddynt amdanoch",
  askedAgain: (licences) => `Rydym yn gofyn eto o leiaf unwaith y dydd tra bydd hyn gennych: ${licences}.`,
  shared: "Pwy rydym yn dweud wrthynt",
  advised: "Lle mae peiriant yn ein cynghori",
  advisedBy: (adviser) => `${adviser}. Cynghori’n unig y mae; person sy’n penderfynu.`,
  registeredAs: (number) => `Mae wedi’i gofrestru fel ${number}.`,
  owner: "Pwy sy’n atebol am y rheolau hyn",
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
