// What happened to a case, newest first, as officers read it: with names, reasons, and what comes of it.
import type { Service } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, HistoryLine } from "#routing/case.ts";
import { conditionWords } from "../cases/condition-words.ts";
import { dayAndTime } from "../portal/days.ts";
import type { CaseView } from "./case-page.ts";
import { capital } from "./item-name.ts";

/** `me` is the officer who reads: their own deeds are told as "You". `isRead` leaves out what is not theirs to read. */
export function historyLines(
  present: Case,
  service: Service,
  me: string,
  isRead: (line: HistoryLine) => boolean = () => true,
): CaseView["history"] {
  return present.history
    .filter(isRead)
    .toReversed()
    .map((line, index) => ({
      title: titleOf(line, service, me),
      ...(line.reason && { detail: `“${line.reason}”` }),
      when: dayAndTime(line.at, "en", service.timeZone),
      now: index === 0,
    }));
}

function titleOf(line: HistoryLine, service: Service, me: string): string {
  const nobody = { system: "The system", applicant: "The applicant", officer: "Somebody" } as const;
  const who = line.by?.id === me ? "You" : (line.by?.name ?? nobody[line.by?.kind ?? "officer"]);
  const name = (line.name ?? "").replaceAll("-", " ");
  const stage = service.route?.stages.find((one) => one.name === line.place);
  const outcome = service.outcomes.find((one) => one.name === line.place);
  const place = wordsIn(stage?.title ?? outcome?.title, "en") || capital((line.place ?? "").replaceAll("-", " "));
  const check = wordsIn(stage?.checks?.find((one) => one.name === line.check)?.title, "en");
  const titles: Readonly<Record<HistoryLine["what"], string>> = {
    sent:
      line.by?.kind === "officer"
        ? `${who} began the case`
        : `Application sent by ${line.by?.name ?? "the applicant"}${name && name !== "applicant" ? `, as ${name}` : ""}`,
    entered: `Stage began: ${place}`,
    skipped: `Stage skipped: ${place}`,
    reached: `Outcome: ${place}`,
    claimed: `${who} claimed the case`,
    released: `${who} released the case`,
    chose:
      line.check === undefined ? `${who} decided: ${name}` : `${check}: ${name}, by ${who === "You" ? "you" : who}`,
    asked: `${who} asked for more information; the clock stopped`,
    answered: `${who} answered; the clock runs again`,
    silent: "The time to answer ran out",
    paid: "Paid",
    "payment-cancelled": "The applicant stopped the payment",
    "payment-expired": "The time to pay ran out",
    "paid-too-late": "Money came too late and must be given back",
    told: `Told: ${(line.to ?? "").replaceAll("-", " ")}`,
    reminded: `Reminded: ${(line.to ?? "").replaceAll("-", " ")}`,
    deadline: line.check === undefined ? "The time ran out" : `${check}: the time ran out`,
    "used-right": `${who} used a right: ${name}`,
    left: `Left: ${place}`,
    fetched: line.check === undefined ? `Register asked: ${name}` : `${check}: register asked, ${name}`,
    "did-not-answer": `The case stopped: no answer from ${wordsIn(service.sources[line.name ?? ""]?.title, "en") || name}`,
    issued: `Issued: ${wordsIn(service.credentials[line.name ?? ""]?.title, "en") || name}`,
    "handed-over": `Message handed over: ${name}`,
    failed: `Did not work: ${name}`,
    accepted: `${who} accepted a correction: ${capital(wordsIn(service.names[line.name ?? ""]?.label, "en") || name)}`,
    corrected: `${who} corrected an answer`,
    moved: `Moved to version ${name} of the service: what that version says applies from here on`,
    deleted:
      line.name === undefined
        ? "Answers deleted, as the privacy lines say"
        : `Deleted, as the privacy lines say: ${labelsOf(line.name, service)}`,
    "check-done": `${check}: done`,
    "check-skipped": `${check}: not needed again, the result stands`,
    "check-without": `${check}: the case went on without it`,
    "check-cancelled": `${check}: cancelled, because the case left the stage`,
    "too-late": `${check}: an answer came too late and does not count`,
    invited: `Invited: ${name}`,
    "took-up": `${who} took the invitation up: ${name}`,
    "gave-view": `${who} gave their view`,
    proposed: `${who} proposed: ${name}`,
    confirmed: `${who} confirmed: ${name}`,
    "sent-back": `${who} sent it back: ${name}`,
    changed: "The applicant changed answers",
    announced: `Came: ${name}`,
    "announced-too-late": `Came too late, for the record only: ${name}`,
    "did-not-come": `Did not come in time: ${name}`,
    started: `Case started: ${name}`,
    "started-decided": `Decided: the case of ${name} that this one started`,
    consulted: `${who} asked for advice: ${(line.to ?? "").replaceAll("-", " ")}`,
    advised: `${who} advised`,
    "not-advised": `No advice came in time: ${(line.to ?? "").replaceAll("-", " ")}`,
    "put-on-hold": `${who} put the case on hold; the clock stopped`,
    "hold-ended": "The case is no longer on hold; the clock runs again",
    "took-longer": `${who} took longer`,
    "co-signed": `${who} signed as well`,
    "licence-changed": `${wordsIn(service.credentials[line.name ?? ""]?.title, "en") || name}: ${line.to === "valid" ? "valid again" : (line.to ?? "")}, by another case`,
    "licence-by-itself": `${wordsIn(service.credentials[line.name ?? ""]?.title, "en") || name}: ${standingOf(line, service)}`,
    "paid-out": `Payment ordered: ${name}`,
    "not-paid-out": `Not paid, because the licence was suspended: ${name}`,
    "plan-began": `Payments began: ${name}`,
    "plan-ended": `Payments ended: ${name}`,
  };
  return titles[line.what];
}

/** "revoked, because vehicle's taxed is no" */
function standingOf({ to = "", rule = "" }: HistoryLine, service: Service): string {
  const why = conditionWords(service, rule) ?? "its condition";
  if (to === "valid") return `valid again, because this is true no longer: ${why}`;
  return `${to} by itself, because ${why}`;
}

function labelsOf(paths: string, service: Service): string {
  return paths
    .split(", ")
    .map((path) => (service.names[path]?.name ?? path).replaceAll("-", " "))
    .join(", ");
}
