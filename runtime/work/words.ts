// Words of the runtime's own messages (not of a service): to applicants in their language, to officers in English.
// Plain, with the case's number and nothing personal in the subject.

import type { CaseEffect } from "#routing/happening.ts";

/** What the runtime tells people about. */
export type Notice = Extract<CaseEffect, { do: "tell" }>["about"];

/** What stands in the holes of the words. */
export interface NoticeDetails {
  readonly number: string;
  readonly service: string;
  readonly question?: string;
  /** An officer's own words. */
  readonly reason?: string;
  /** The licence it is about, and the condition that came true or is true no longer, as the text says it. */
  readonly licence?: string;
  readonly condition?: string;
  /** The registers that said so. */
  readonly registers?: readonly string[];
  /** The stage the case is in, as people read it. */
  readonly stage: string;
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
  stage: {
    subject: ({ number }) => `${number} goes on`,
    text: ({ service, stage, address }) => `Your application for "${service}" goes on: ${stage}.\n\n${address}`,
  },
  "your-turn": {
    subject: ({ number }) => `${number} waits for you`,
    text: ({ service, stage, address }) => `Your application for "${service}" waits for you: ${stage}.\n\n${address}`,
  },
  "on-hold": {
    subject: ({ number }) => `We have put ${number} on hold`,
    text: ({ service, reason, until, address }) =>
      `We cannot go on with your application for "${service}" at the moment:\n\n${reason ?? ""}\n\n${until ? `We go on by ${until} at the latest. ` : ""}The time we have to decide stands still until then.\n\n${address}`,
  },
  "hold-over": {
    subject: ({ number }) => `${number} is no longer on hold`,
    text: ({ service, number, address }) => `${service}, ${number}: the time on hold is over.\n\n${address}`,
  },
  "takes-longer": {
    subject: ({ number }) => `${number} takes longer`,
    text: ({ service, reason, until, address }) =>
      `We need longer for your application for "${service}":\n\n${reason ?? ""}\n\n${until ? `You hear from us by ${until}. ` : ""}We are sorry.\n\n${address}`,
  },
  corrected: {
    subject: ({ number }) => `We corrected something in ${number}`,
    text: ({ service, reason, address }) =>
      `We corrected an answer in your application for "${service}":\n\n${reason ?? ""}\n\nLook at it, and write to us if it is not right.\n\n${address}`,
  },
  consulted: {
    subject: ({ number }) => `Your advice on ${number} is asked for`,
    text: ({ service, number, address }) => `${service}, ${number}: somebody asks for your advice.\n\n${address}`,
  },
  advised: {
    subject: ({ number }) => `Advice on ${number} has come`,
    text: ({ service, number, address }) => `${service}, ${number}: the advice you asked for is there.\n\n${address}`,
  },
  "licence-suspended": {
    subject: ({ number }) => `${number}: what you were given is suspended`,
    text: ({ licence, condition, registers, address }) =>
      `Your ${licence ?? ""} is suspended from today: it does not count for now. The rule of the service is:\n\n${condition ?? ""}\n\nIt counts again by itself when this is no longer so. ${wrongThere(registers)}\n\n${address}`,
  },
  "licence-revoked": {
    subject: ({ number }) => `${number}: what you were given has ended`,
    text: ({ licence, condition, registers, address }) =>
      `Your ${licence ?? ""} has ended today: it was taken back. The rule of the service is:\n\n${condition ?? ""}\n\n${wrongThere(registers)} You can apply again when this is no longer so.\n\n${address}`,
  },
  "licence-valid": {
    subject: ({ number }) => `${number}: what you were given counts again`,
    text: ({ licence, condition, address }) =>
      `Your ${licence ?? ""} counts again from today. It was suspended because of this, which is no longer so:\n\n${condition ?? ""}\n\n${address}`,
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
  stage: {
    subject: ({ number }) => `Mae ${number} yn mynd yn ei flaen`,
    text: ({ service, stage, address }) => `Mae eich cais am "${service}" yn mynd yn ei flaen: ${stage}.\n\n${address}`,
  },
  "your-turn": {
    subject: ({ number }) => `Mae ${number} yn aros amdanoch`,
    text: ({ service, stage, address }) => `Mae eich cais am "${service}" yn aros amdanoch: ${stage}.\n\n${address}`,
  },
  "on-hold": {
    subject: ({ number }) => `Rydym wedi gohirio ${number}`,
    text: ({ service, reason, until, address }) =>
      `Ni allwn fynd ymlaen â’ch cais am "${service}" ar hyn o bryd:\n\n${reason ?? ""}\n\n${until ? `Byddwn yn mynd ymlaen erbyn ${until} fan bellaf. ` : ""}Ni fydd ein hamser ni i benderfynu yn rhedeg tan hynny.\n\n${address}`,
  },
  "hold-over": {
    subject: ({ number }) => `Nid yw ${number} wedi’i ohirio mwyach`,
    text: ({ service, number, address }) => `${service}, ${number}: mae’r gohirio ar ben.\n\n${address}`,
  },
  "takes-longer": {
    subject: ({ number }) => `Mae ${number} yn cymryd mwy o amser`,
    text: ({ service, reason, until, address }) =>
      `Mae angen mwy o amser arnom ar gyfer eich cais am "${service}":\n\n${reason ?? ""}\n\n${until ? `Byddwch yn clywed gennym erbyn ${until}. ` : ""}Mae’n ddrwg gennym.\n\n${address}`,
  },
  corrected: {
    subject: ({ number }) => `Rydym wedi cywiro rhywbeth yn ${number}`,
    text: ({ service, reason, address }) =>
      `Rydym wedi cywiro ateb yn eich cais am "${service}":\n\n${reason ?? ""}\n\nEdrychwch arno, ac ysgrifennwch atom os nad yw’n iawn.\n\n${address}`,
  },
  consulted: {
    subject: ({ number }) => `Gofynnir am eich cyngor ar ${number}`,
    text: ({ service, number, address }) => `${service}, ${number}: mae rhywun yn gofyn am eich cyngor.\n\n${address}`,
  },
  advised: {
    subject: ({ number }) => `Mae cyngor ar ${number} wedi cyrraedd`,
    text: ({ service, number, address }) => `${service}, ${number}: mae’r cyngor y gofynnoch amdano yno.\n\n${address}`,
  },
  "licence-suspended": {
    subject: ({ number }) => `${number}: mae’r hyn a roddwyd i chi wedi’i atal`,
    text: ({ licence, condition, registers, address }) =>
      `Mae eich ${licence ?? ""} wedi’i hatal o heddiw ymlaen: nid yw’n cyfrif am y tro. Rheol y gwasanaeth yw:\n\n${condition ?? ""}\n\nBydd yn cyfrif eto ohoni’i hun pan na fydd hyn yn wir mwyach. ${wrongThereInWelsh(registers)}\n\n${address}`,
  },
  "licence-revoked": {
    subject: ({ number }) => `${number}: mae’r hyn a roddwyd i chi wedi dod i ben`,
    text: ({ licence, condition, registers, address }) =>
      `Daeth eich ${licence ?? ""} i ben heddiw: fe’i cymerwyd yn ôl. Rheol y gwasanaeth yw:\n\n${condition ?? ""}\n\n${wrongThereInWelsh(registers)} Gallwch wneud cais eto pan na fydd hyn yn wir mwyach.\n\n${address}`,
  },
  "licence-valid": {
    subject: ({ number }) => `${number}: mae’r hyn a roddwyd i chi yn cyfrif eto`,
    text: ({ licence, condition, address }) =>
      `Mae eich ${licence ?? ""} yn cyfrif eto o heddiw ymlaen. Fe’i hataliwyd oherwydd hyn, nad yw’n wir mwyach:\n\n${condition ?? ""}\n\n${address}`,
  },
};

/** What to do about a licence that changed by itself, when what a register says is not right. */
function wrongThere(registers: readonly string[] = []): string {
  const there = registers.length > 0 ? `, and to whoever keeps this register: ${registers.join(", ")}` : "";
  return `If it is not right, write to us${there}.`;
}

function wrongThereInWelsh(registers: readonly string[] = []): string {
  const there = registers.length > 0 ? `, ac at bwy bynnag sy’n cadw’r gofrestr hon: ${registers.join(", ")}` : "";
  return `Os nad yw’n iawn, ysgrifennwch atom ni${there}.`;
}

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

/** The message that invites somebody to do their part of an application. */
export function invitationWords(
  language: string,
  { agency, service, address }: { readonly agency: string; readonly service: string; readonly address: string },
): { readonly subject: string; readonly text: string } {
  if (language === "cy" || language.startsWith("cy-"))
    return {
      subject: `Gofynnir i chi gymryd rhan: ${service}`,
      text: `Mae rhywun wedi gwneud cais i ${agency} am "${service}" ac mae angen eich ateb chi.\n\nAgorwch y dudalen hon a mewngofnodwch i weld beth a ofynnir:\n${address}\n\nNid yw’r ddolen ei hun yn dangos dim. Os nad yw hyn yn golygu dim i chi, anwybyddwch y neges.`,
    };
  return {
    subject: `You are asked to take part: ${service}`,
    text: `Somebody has applied to ${agency} for "${service}", and your answer is needed.\n\nOpen this page and sign in to see what is asked:\n${address}\n\nThe link by itself shows nothing. If this means nothing to you, leave the message alone.`,
  };
}
