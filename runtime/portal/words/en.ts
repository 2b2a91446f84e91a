// Every sentence of the citizens' pages, in English. Words only: no page is built here.
import type { RefusalKind } from "../../server/refusal.ts";

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const english = {
  // Around every page
  services: "Services",
  signIn: "Sign in",
  signOut: "Sign out",
  saveAndLeave: "Save and leave",
  myApplications: "My applications",
  messages: (unread: number) => (unread > 0 ? `Messages, ${unread} new` : "Messages"),
  licences: "Licences",
  help: "Help",
  accessibility: "Accessibility",
  howWeUseAnswers: "How we use your answers",
  myAccount: "My account",
  saved: "Saved. You can come back to it under My applications.",
  today: "Today",
  backTo: (place: string) => `Back to ${place}`,

  // Catalogue
  findService: "Find a service to apply for",
  servicesOf: (agency: string) => `Services of ${agency}`,
  catalogueLead: "Apply here, see how your application is going, and read our letters.",
  noServices: "There is nothing to apply for at the moment.",
  goOn: "Go on with your application",
  testService: (until: string) => `A new service that we are trying out until ${until}. Tell us what is hard.`,

  // My applications
  applicationsCount: (waiting: number, withUs: number) => {
    const yours = waiting > 0 ? `${waiting} ${plural(waiting, "waits", "wait")} for you. ` : "";
    const ours = withUs > 0 ? `${withUs} ${plural(withUs, "is", "are")} with us.` : "";
    return yours + ours || "Nothing waits for you, and nothing is with us.";
  },
  noApplications: "You have not applied for anything yet.",
  notSentYet: "Not sent yet",
  keptUntil: (date: string) => `Your draft is kept until ${date}.`,
  goOnWith: "Continue your application",
  deleteDraft: "Delete this draft",
  deleteDraftTitle: "Delete what you have filled in?",
  deleteDraftLead: "Your answers and files are deleted now. This cannot be undone.",
  draftDeleted: "Your draft is deleted.",
  waitsForYou: "Waits for you",
  withUs: "With us",
  decided: "Decided",
  laterThanPromised: "Later than we promised",
  sorryLate: (promised: string) =>
    `We promised an answer by ${promised}. We are sorry that it takes longer. We have your application and nothing is lost.`,
  sentOn: (date: string) => `Sent ${date}.`,
  reference: "Reference",
  youWillHearBy: (date: string) => `You will hear by ${date}`,
  workingDays: (count: number) => `${count} ${plural(count, "working day", "working days")}`,
  weekendsDoNotCount: "Weekends and public holidays do not count.",
  answerBy: "Please answer by",
  payBy: "Please pay by",
  clockStopped: "Our clock is stopped",
  clockStartsAgain: "It starts again when you answer.",
  answerQuestion: "Answer the question",
  pay: (amount: string) => `Pay ${amount}`,
  showLicence: "Show the licence",
  validUntil: (date: string) => `Valid until ${date}.`,

  // One application
  whatHappens: "What has happened and what comes next",
  yourAnswers: "What you sent",
  answersBegun: "What the officer filled in for you",
  whatYouCanDo: "What you can do",
  withdraw: "Withdraw this application",
  withdrawTitle: "Withdraw this application?",
  withdrawLead: "We stop working on it at once. You can apply again at any time.",
  keepApplication: "Keep my application",
  appeal: "Appeal against this decision",
  appealTitle: "Appeal against this decision",
  appealUntil: (date: string) => `You can appeal until ${date}.`,
  appealLead: "Somebody who did not work on your application looks at it again.",
  sendAppeal: "Send my appeal",
  rightUntil: (date: string) => `Until ${date}.`,
  changeAnswers: "Change what I sent",
  changeLead: "Change what is not right any more. We see your old and your new answer once you send.",
  changeOnlyThese: "What a register told us cannot be changed here.",
  sendChanges: "Send my changes",
  keepAnswers: "Leave everything as it is",
  answersChanged: "Your changes are sent.",
  waitsForSignature: "Waits for a second signature",
  signingTitle: "Somebody else must sign as well",
  signingLead: (as: string) =>
    `Your application is not complete before another ${as} has signed it. Give them this address. They sign in, read what you sent, and sign.`,
  signingAddress: "The address to give them",
  signTitle: "Sign this application as well",
  signLead: (applicant: string, as: string) =>
    `${applicant} sent this application. It needs the signature of another ${as}. This is what was sent.`,
  signAgree: (as: string) => `I have read it, and I sign it as ${as}.`,
  signAgreeFirst: "Tick the box to sign.",
  signNow: "Sign",
  signNotYourself: "You sent this application. Somebody else must sign it: give them the address.",
  signed: "You have signed. Thank you.",
  onHold: "On hold",
  goOnBy: (date: string) => `We go on by ${date} at the latest. Our time to decide stands still until then.`,
  noAppeal: "This decision is final",
  weTakeLonger: "We need longer than we said",
  ledTo: "What came of it",
  doYourPart: "Do what we wait for",
  taskLead: "Choose what you want to do.",
  taskButton: "Send",
  taskChoose: "Choose one.",
  taskDone: "We have it. Thank you.",
  useRight: (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " "),
  yourReason: "Why? In your own words",
  reasonMissing: "Write your reason, so that we know what to look at.",
  reasonOf: "The reason we gave",
  outcomeOn: (date: string) => `Decided on ${date}`,
  theyAsk: "The officer asks",
  answerTitle: "Answer the officer’s question",
  yourAnswer: "Your answer",
  answerMissing: "Write your answer.",
  sendAnswer: "Send my answer",
  invitedTitle: (service: string) => `You are asked to take part: ${service}`,
  invitedLead: (agency: string, role: string) =>
    `Somebody has applied to ${agency} and named you as ${role}. Go on to see what you are asked. From then on it is yours, and nobody else can open it by this link.`,
  invitedBegin: "Go on",
  invitedChoose: "Choose your answer.",
  invitedOver: "Nothing more is needed from you",
  invitedOverLead: "You have answered, or the application has moved on. Thank you.",
  reopenedTitle: "Answers you can change",
  reopenedLead:
    "Change what is not right. We see your old and your new answer once you send. Nothing else can be changed.",
  changeAnswer: "Change",
  notAnswered: "Not answered yet",
  yourAnswerIfMore: "Your answer, if there is more to say",
  changeTheseAnswers: "You are asked to look at these answers again",
  paperSent: "It is sent. We have put it with your application.",
  stillToCome: "Still to come",
  sendItNow: "Send it now",
  promisedBy: (date: string) => `You said you would send it by ${date}.`,
  promisedLate: (date: string) =>
    `You said you would send it by ${date}. That day has passed: send it as soon as you can.`,
  promisedLater: "You said you would send it later.",
  promisedByPost: "You said you would send it by post. You can also send it here.",
  promisedBySomeoneElse: "You said someone else would send it. You can also send it here.",
  answerSent: "Your answer is sent. Our clock runs again.",
  withdrawn: "Your application is withdrawn.",
  appealSent: "Your appeal is sent.",
  rightUsed: "Done. We have it.",
  printPage: "Print this page",
  seeFile: (name: string) => `Save ${name}`,

  // What we pay
  paymentsToYou: "Payments to you",
  paidEach: { week: "Each week", month: "Each month", quarter: "Every 3 months", year: "Each year" },
  planNext: (each: string, licence: string, date: string) =>
    `${each} while this is valid: ${licence}. Next on ${date}.`,
  planWaits: (each: string, licence: string) =>
    `${each} while this is valid: ${licence}. It is suspended now, so we pay nothing.`,
  planLast: (each: string, licence: string) => `${each} while this is valid: ${licence}. The last payment is ordered.`,
  planOver: (date: string) => `No more payments come. They ended on ${date}.`,
  paymentFor: (date: string) => `For ${date}`,
  paymentOrdered: (date: string) => `Ordered on ${date}`,
  paymentPassed: "Not paid, because it was suspended",
  amountNotKnown: "The amount is still looked at",

  // What happened, line by line
  history: {
    sent: "You sent your application",
    begun: "An officer began this for you",
    withdrawnByYou: "You withdrew it",
    asked: "We asked you a question",
    answered: "You answered our question",
    silent: "The time to answer our question ran out",
    paid: (amount: string) => (amount ? `You paid ${amount}` : "You paid"),
    paymentCancelled: "You stopped the payment",
    paymentExpired: "The time to pay ran out",
    paidTooLate: "Your payment came too late. We give it back to you",
    paidOut: (amount: string) => (amount ? `We ordered a payment of ${amount} to you` : "We ordered a payment to you"),
    notPaidOut: "We did not pay, because your licence was suspended",
    planEnded: "Our payments to you ended",
    corrected: "An answer was corrected",
    deleted: "We deleted your answers, as we said we would",
    deletedSome: (what: string) => `We deleted this answer, as we said we would: ${what}`,
    changed: "You changed what you sent",
    onHold: "We put it on hold",
    holdEnded: "We went on with it",
    tookLonger: "We said that we need longer",
    coSigned: "Somebody else signed it as well",
    announced: (what: string) => `We heard from outside: ${what}`,
    started: "Another case began because of it",
    startedDecided: "The other case was decided",
    issued: (licence: string) => `Issued: ${licence}`,
    wrote: "We wrote to you",
    usedRight: (right: string) => `You used your right: ${right}`,
    now: (date: string) => (date ? `Now. By ${date}` : "Now"),
  },
  wePromiseUntil: (date: string) => `By ${date}`,
  documentsYouCanAdd: "A file, if it helps (PDF, JPG or PNG, up to 10 MB)",
  refusedFile: {
    "too-big": "The file is too big. Choose one up to 10 MB.",
    "wrong-type": "Choose a PDF, JPG or PNG file.",
    empty: "The file is empty. Choose another one.",
    harmful: "We cannot take this file. Choose another one.",
  },
  yourAnswerWas: "You answered",
  tooLong: "That is too long. Write at most 5,000 characters.",

  // Paying
  payTitle: "Pay",
  payLead: (title: string) => `You pay for: ${title}`,
  amount: "Amount",
  payNow: (amount: string) => `Pay ${amount} now`,
  payElsewhere: "You go to our payment provider and come back here. We never see your card.",
  paymentStarting: "We are asking the payment provider for a pay page. This takes a moment.",
  lookAgain: "Look again",
  paymentDone: "Your payment has arrived. Thank you.",
  paymentWaits: "We do not know yet whether your payment arrived. You have nothing to do: look again in a minute.",
  paymentNotDone: "You have not paid. Nothing was taken from your account.",
  paymentNotOpen: "There is nothing to pay at the moment.",

  // Messages and licences
  messagesTitle: "Messages",
  noMessages: "We have not written to you yet.",
  new: "New",
  backToMessages: "Back to messages",
  aboutApplication: (number: string) => `About application ${number}`,
  licencesTitle: "Licences",
  noLicences: "You have no licences yet.",
  licenceNumber: "Number",
  validFrom: "Valid from",
  licenceType: "Type, for other systems",
  validTo: "Valid until",
  licenceState: {
    valid: "Valid",
    suspended: "Suspended",
    revoked: "Revoked",
    replaced: "Replaced by a newer one",
    expired: "Ended",
  },
  licenceByItself: {
    suspended: (day: string) => `It was suspended on ${day}, because of this rule of the service:`,
    revoked: (day: string) => `It was taken back on ${day}, because of this rule of the service:`,
  },
  licenceThenBack: {
    suspended:
      "It counts again by itself when this is no longer so. If it is not right, write to us, and to whoever keeps the register.",
    revoked:
      "If it is not right, write to us, and to whoever keeps the register. You can apply again when this is no longer so.",
  },
  licenceLooks: (sources: string) => `While you have it we ask this register again at least once a day: ${sources}.`,
  licenceLookedAt: (day: string) => `We last did on ${day}.`,

  // Before applying
  cannotApply: "You cannot apply for this",
  registerAsked: (source: string) => `We ask the ${source} with what you have entered.`,
  registerDown: (source: string) =>
    `The ${source} does not answer at the moment. We ask you instead, and you can finish. An officer checks it later.`,
  closed: {
    ended: "This service takes no new applications any more. Applications that were sent go on as promised.",
    "trial-over":
      "We were trying out this service, and the trial is over. It takes no new applications. Applications that were sent go on as promised.",
    "not-open-yet": "This service does not take applications yet.",
    "not-open-now": "The time to apply is over. Applications that were sent go on as promised.",
    "not-by-you": "You cannot start this yourself. Our officers, or another service, start it.",
    "trial-full":
      "We are trying out this service, and it has taken all the applications it can. Applications that were sent go on as promised.",
  },
  openFromTo: (from: string, to: string) => `You can apply from ${from} to ${to}.`,
  openUntil: (to: string) => `You can apply until ${to}.`,
  needed: (licence: string, issuer: string) => `You need your ${licence}, issued by ${issuer}.`,
  usefulToHave: (licence: string, issuer: string) =>
    `If you have a ${licence}, issued by ${issuer}, we fill in what it says.`,
  applyingFor: "Who are you applying for?",
  applyingForShort: "Applying for",
  applyingForMissing: "Choose who you are applying for",
  applyingForKind: { person: "Myself", business: "A business", organisation: "An organisation" },
  applyingForAnyPerson: "Myself or another person",
  applyingForAnotherPerson: "Another person",
  applyingForContinue: "Continue",
  filledInBySelf: {
    title: "Are you filling this in for yourself or for somebody else?",
    short: "Filling this in",
    missing: "Choose whether you are filling this in for yourself or for somebody else",
  },
  filledInByRole: { title: "What is your role?", short: "Your role", missing: "Choose your role" },
  filledInByApplicant: {
    person: "For myself",
    business: "I am part of the business",
    organisation: "I am part of the organisation",
  },
  filledInByHelper: (role: string) => `For somebody else, as their ${role}`,
  licenceNeeded: (licence: string) => `You need your ${licence} to apply`,
  licenceNone: (licence: string, issuer: string) => `We found no ${licence} of yours, issued by ${issuer}.`,
  licenceEnded: (licence: string, day: string) => `Your ${licence} ended on ${day}.`,
  licenceNotYet: (licence: string, day: string) => `Your ${licence} is valid from ${day}.`,
  licenceSuspended: (licence: string) => `Your ${licence} is suspended: while it is, you cannot apply with it.`,
  licenceRevoked: (licence: string) => `Your ${licence} was taken back.`,
  licenceElsewhere: (issuer: string) => `Licences of ${issuer} cannot be shown here yet.`,
  licenceGetIt: "You can apply for it here:",
  licenceAsk: (agency: string) => `Ask ${agency} what you can do.`,
  licenceThen: "Once you have it, come back to this page.",
  licenceThenKept: (until: string) =>
    `Once you have it, come back to this page. What you have filled in is kept until ${until}.`,
  closedAnswersKept: (until: string) => `Nothing was sent. Your answers are kept until ${until}.`,
  sendTwice: "This application was sent already.",

  // Signing in
  levelTitle: "We need to be surer who you are",
  levelLead: "This service needs a sign-in with a stronger check of your identity.",
  levelTry: "Sign in with a stronger check",
  signInStopped: "You are not signed in",
  signInFaults: {
    declined: "You stopped the sign-in. Nothing has been sent, and what you filled in is still here.",
    unavailable:
      "The sign-in service does not answer at the moment. Please try again in a few minutes. What you filled in is still here.",
    "not-trusted":
      "The sign-in did not work: it was opened twice, or took another way than it should. Please sign in again.",
    "too-late": "The sign-in took too long. Please sign in again.",
  },
  signedOutTitle: "You are signed out",
  signedOutLead: "What you filled in is saved. On a shared computer, close the browser.",

  outOfFrame: {
    title: "This part is on our own website",
    lead: "To keep them safe, signing in, paying and your own applications are not shown inside other websites. What you have answered so far is kept.",
    button: "Go on",
  },

  // Standing pages
  helpTitle: "Help",
  helpLead: "You can stop at any time and come back: what you filled in is saved when you continue.",
  helpContact: (agency: string) =>
    `If you cannot use this website, ask ${agency} for a paper form or for help by phone.`,
  accessibilityTitle: "Accessibility",
  accessibilityLead:
    "You can use this website with a keyboard, a screen reader, large text, your own colours, and with scripts switched off.",
  accessibilityTell: "Tell us when something is hard to use. We want to mend it.",
  topics: (topics: string) => `Topics: ${topics}`,
  answersKeptUntil: (date: string) => `We keep your answers until ${date}. Then we delete them.`,
  answersDeletedOn: (date: string) =>
    `We deleted your answers on ${date}, as we said we would. Only the outcome stays.`,

  // When something is in the way
  wayOn: {
    home: "Go to the services",
    applications: "Go to my applications",
    again: "Go back to the page and try again",
    desk: "Go to my work",
  },
  incident: (reference: string) => `If you write to us about it, give this number: ${reference}`,
  refusals: {
    "not-understood": [
      "We did not understand that",
      "The address or the form has something in it that this page does not know. Nothing has been changed.",
    ],
    "form-forged": [
      "We could not take this form",
      "It has answers to questions that this page does not ask, or answers that cannot be chosen. Nothing has been changed. Open the page again and fill it in there.",
    ],
    "form-too-old": [
      "This page was open too long",
      "For your safety, a form can be sent only from the page that you opened yourself. Nothing has been changed. Open the page again.",
    ],
    "sign-in-first": ["Sign in first", "This is open to people who have signed in. Nothing has been changed."],
    "not-yours": [
      "Page not found",
      "There is nothing at this address, or it belongs to somebody else. If you typed the address, check it.",
    ],
    "no-role": ["This is not open to you", "Your account does not have the role that this page needs."],
    "not-found": [
      "Page not found",
      "There is nothing at this address. If you typed it, check it. If you followed a link, it may be an old one.",
    ],
    method: ["This cannot be done here", "This address does not take what was sent to it. Nothing has been changed."],
    "changed-meanwhile": [
      "It has changed in the meantime",
      "Somebody, perhaps you in another window, changed this after you opened it. Nothing of yours is lost. Look at it again.",
    ],
    "not-possible-now": [
      "This is not possible now",
      "It has moved on since you opened the page. Nothing has been changed.",
    ],
    "too-big": [
      "This is too big",
      "What you sent is larger than we can take. Nothing has been changed. Send a smaller file or a shorter text.",
    ],
    "wrong-kind": [
      "We cannot read this",
      "It was sent in a form that this page does not understand. Nothing has been changed.",
    ],
    "too-many": [
      "Too many requests",
      "You, or somebody who shares your connection, asked for very many pages in a short time. Wait a minute, then go on. Nothing is lost.",
    ],
    broken: [
      "Sorry, something went wrong with us",
      "It is our fault, not yours. What you sent before is saved. Please try again in a few minutes.",
    ],
    "service-not-available": [
      "This service is not available at the moment",
      "We are sorry. It is our fault, and we are told about it. Your drafts and applications are safe. Please try again later.",
    ],
    "definition-gone": [
      "We cannot show this at the moment",
      "The rules that your application was sent under cannot be read at the moment. Your application is safe, and we are told about it.",
    ],
    "provider-not-available": [
      "We cannot reach another service that we need",
      "It does not answer at the moment. Nothing is lost. Please try again in a few minutes.",
    ],
  } satisfies Record<RefusalKind, readonly [title: string, lead: string]>,
};

/** The words of one language. `refusals`: title and lead of each page of refusal. */
export type PortalWords = Omit<typeof english, "refusals"> & {
  refusals: Record<RefusalKind, readonly [title: string, lead: string]>;
};
