// What happened to a case, newest first, as officers read it: with names, reasons, and what comes of it.
import type { Service } from "#contract";
import { wordsIn } from "#journey/setting.ts";
import type { Case, HistoryLine } from "#routing/case.ts";
import { dayAndTime } from "../portal/days.ts";
import type { CaseView } from "./case-page.ts";
import { capital } from "./facts.ts";

/** `me` is the officer who reads: their own deeds are told as "You". */
export function historyLines(present: Case, service: Service, me: string): CaseView["history"] {
  return present.history.toReversed().map((line, index) => ({
    title: titleOf(line, service, me),
    ...(line.reason && { detail: `“${line.reason}”` }),
    when: dayAndTime(line.at, "en", service.timeZone),
    now: index === 0,
  }));
}

function titleOf(line: HistoryLine, service: Service, me: string): string {
  const who = line.by?.id === me ? "You" : (line.by?.name ?? (line.by?.kind === "system" ? "The system" : "Somebody"));
  const name = (line.name ?? "").replaceAll("-", " ");
  const stage = service.route?.stages.find((one) => one.name === line.place);
  const outcome = service.outcomes.find((one) => one.name === line.place);
  const place = wordsIn(stage?.title ?? outcome?.title, "en") || capital((line.place ?? "").replaceAll("-", " "));
  const titles: Readonly<Record<HistoryLine["what"], string>> = {
    sent: `Application sent by ${who}`,
    entered: `Stage began: ${place}`,
    skipped: `Stage skipped: ${place}`,
    reached: `Outcome: ${place}`,
    claimed: `${who} claimed the case`,
    released: `${who} released the case`,
    chose: `${who} decided: ${name}`,
    asked: `${who} asked for more information; the clock stopped`,
    answered: `${who} answered; the clock runs again`,
    silent: "The time to answer ran out",
    paid: "Paid",
    "payment-cancelled": "The applicant stopped the payment",
    "payment-expired": "The time to pay ran out",
    "paid-too-late": "Money came too late and must be given back",
    told: `Told: ${(line.to ?? "").replaceAll("-", " ")}`,
    reminded: `Reminded: ${(line.to ?? "").replaceAll("-", " ")}`,
    deadline: "The time ran out",
    "used-right": `${who} used a right: ${name}`,
    left: `Left: ${place}`,
    fetched: `Register asked: ${name}`,
    issued: `Issued: ${wordsIn(service.credentials[line.name ?? ""]?.title, "en") || name}`,
    "handed-over": `Message handed over: ${name}`,
    failed: `Did not work: ${name}`,
    accepted: `${who} accepted a correction: ${capital(wordsIn(service.names[line.name ?? ""]?.label, "en") || name)}`,
    corrected: `${who} corrected an answer`,
  };
  return titles[line.what];
}
