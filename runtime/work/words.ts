// Words of the runtime's own messages (not of a service): to applicants in their language, to officers in English.
// Plain, with the case's number and nothing personal in the subject.

/** What the runtime tells people about. */
export type Notice = "late" | "reminder" | "information-asked" | "payment-wanted";

/** What stands in the holes of the words. */
export interface NoticeDetails {
  readonly number: string;
  readonly service: string;
  readonly question?: string;
  /** A day as people read it. */
  readonly until?: string;
  readonly address: string;
}

interface NoticeWords {
  readonly subject: (details: NoticeDetails) => string;
  readonly text: (details: NoticeDetails) => string;
}

const english: Readonly<Record<Notice, NoticeWords>> = {
  late: {
    subject: ({ number }) => `${number} is late`,
    text: ({ service, number, address }) => `${service}, ${number}: the time for this step is over.\n\n${address}`,
  },
  reminder: {
    subject: ({ number }) => `${number} still waits`,
    text: ({ service, number, address }) => `${service}, ${number} still waits for you.\n\n${address}`,
  },
  "information-asked": {
    subject: ({ number }) => `We need something more from you for ${number}`,
    text: ({ service, question, until, address }) =>
      `To decide on "${service}" we need to know:\n\n${question ?? ""}\n\n${until ? `Answer by ${until}. ` : ""}The time we have to decide stands still until then.\n\n${address}`,
  },
  "payment-wanted": {
    subject: ({ number }) => `You can pay for ${number} now`,
    text: ({ service, until, address }) =>
      `Your application for "${service}" waits for your payment.${until ? ` Pay by ${until}.` : ""}\n\n${address}`,
  },
};

const welsh: Readonly<Record<Notice, NoticeWords>> = {
  late: {
    subject: ({ number }) => `Mae ${number} yn hwyr`,
    text: ({ service, number, address }) =>
      `${service}, ${number}: mae'r amser ar gyfer y cam hwn ar ben.\n\n${address}`,
  },
  reminder: {
    subject: ({ number }) => `Mae ${number} yn dal i aros`,
    text: ({ service, number, address }) => `${service}, ${number}: mae hwn yn dal i aros amdanoch.\n\n${address}`,
  },
  "information-asked": {
    subject: ({ number }) => `Mae angen rhagor o wybodaeth arnom ar gyfer ${number}`,
    text: ({ service, question, until, address }) =>
      `I benderfynu ar "${service}" mae angen i ni wybod:\n\n${question ?? ""}\n\n${until ? `Atebwch erbyn ${until}. ` : ""}Ni fydd ein hamser ni i benderfynu yn rhedeg tan hynny.\n\n${address}`,
  },
  "payment-wanted": {
    subject: ({ number }) => `Gallwch dalu am ${number} nawr`,
    text: ({ service, until, address }) =>
      `Mae eich cais am "${service}" yn aros am eich taliad.${until ? ` Talwch erbyn ${until}.` : ""}\n\n${address}`,
  },
};

/** The words of a notice, in Welsh where that is asked, else in English, and the language they are in. */
export function noticeWords(
  notice: Notice,
  language: string,
  details: NoticeDetails,
): { readonly subject: string; readonly text: string; readonly language: string } {
  const isWelsh = language === "cy" || language.startsWith("cy-");
  const words = (isWelsh ? welsh : english)[notice];
  return { subject: words.subject(details), text: words.text(details), language: isWelsh ? "cy" : "en" };
}
