// What happened to a case and what comes now, in the applicant's words: no officer's name, nothing of the inside.

import type { TimelineStep } from "@formwork/forms/parts/timeline.ts";
import type { Service } from "#contract";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, HistoryLine } from "#routing/case.ts";
import type { Days } from "#routing/days.ts";
import { timeline } from "#routing/promise.ts";
import { dayAndTime, lastDay, longDay } from "./days.ts";
import { rightWords } from "./right-words.ts";
import { showMoney, stageTitle } from "./summary.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** The applicant's timeline of a case. */
export function historySteps(
  one: Case,
  service: Service,
  setting: Setting,
  words: PortalWords,
  days: Days,
): TimelineStep[] {
  const present = one.place.kind === "stage" ? one.place : undefined;
  const gone = one.history.flatMap((line): TimelineStep[] => {
    if (line.what === "entered" && present && line.place === present.stage && line.visit === present.visit) return [];
    const title = titleOf(line, one, service, setting, words);
    return title ? [{ state: "gone", title, when: dayAndTime(line.at, setting.language, service.timeZone) }] : [];
  });
  if (!present) return gone;
  const by = one.deadlines.find(
    ({ kind, state, stage }) => kind === "stage" && state === "running" && stage === present.stage,
  );
  const when = words.history.now(by ? longDay(lastDay(by.at, service.timeZone), setting.language, setting.today) : "");
  const coming = timeline(service, one, days).filter(({ state }) => state === "to-come");
  const titles = [...(service.route?.stages ?? []), ...service.outcomes];
  const next = coming.map(
    ({ name }): TimelineStep => ({
      state: "todo",
      title: wordsIn(titles.find((place) => place.name === name)?.title, setting.language),
    }),
  );
  return [...gone, { state: "now", title: stageTitle(one, service, setting.language), when }, ...next];
}

function titleOf(
  line: HistoryLine,
  one: Case,
  service: Service,
  setting: Setting,
  words: PortalWords,
): string | undefined {
  const { language } = setting;
  const said = words.history;
  switch (line.what) {
    case "sent":
      return line.by?.kind === "officer" ? said.begun : said.sent;
    case "entered":
      return wordsIn(service.route?.stages.find(({ name }) => name === line.place)?.title, language);
    case "reached":
      return wordsIn(service.outcomes.find(({ name }) => name === line.place)?.title, language);
    case "asked":
      return said.asked;
    case "answered":
      return said.answered;
    case "silent":
      return said.silent;
    case "paid": {
      const paid = one.payments.find(({ name, state }) => name === line.name && state === "paid");
      return said.paid(paid ? showMoney(paid.amount, service, setting) : "");
    }
    case "payment-cancelled":
      return said.paymentCancelled;
    case "payment-expired":
      return said.paymentExpired;
    case "paid-too-late":
      return said.paidTooLate;
    case "paid-out": {
      const paid = one.paidOut?.find(({ name, at }) => name === line.name && at === line.at);
      return said.paidOut(paid?.amount === undefined ? "" : showMoney(paid.amount, service, setting));
    }
    case "not-paid-out":
      return said.notPaidOut;
    case "plan-ended":
      return said.planEnded;
    case "licence-by-itself":
    case "licence-changed": {
      const status = (["replaced", "suspended", "revoked"] as const).find((one) => one === line.to) ?? "valid";
      return `${wordsIn(service.credentials[line.name ?? ""]?.title, language)}: ${words.licenceState[status]}`;
    }
    case "issued":
      return said.issued(wordsIn(service.credentials[line.name ?? ""]?.title, language));
    case "handed-over":
      return said.wrote;
    case "used-right":
      return line.name === "withdraw"
        ? said.withdrawnByYou
        : said.usedRight(rightWords(service, line.name ?? "", language, words));
    case "corrected":
      return said.corrected;
    case "deleted":
      return line.name === undefined ? said.deleted : said.deletedSome(labelsOf(line.name, service, language));
    case "changed":
      return said.changed;
    case "put-on-hold":
      return said.onHold;
    case "hold-ended":
      return said.holdEnded;
    case "took-longer":
      return said.tookLonger;
    case "co-signed":
      return said.coSigned;
    case "announced":
      return said.announced(wordsOfName(line.name));
    case "started":
      return said.started;
    case "started-decided":
      return said.startedDecided;
    default:
      return undefined;
  }
}

/** What the applicant knows deleted answers by. */
function labelsOf(paths: string, service: Service, language: string): string {
  return paths
    .split(", ")
    .map((path) => wordsIn(service.names[path]?.label, language) || (service.names[path]?.name ?? path))
    .join(", ");
}

function wordsOfName(name = ""): string {
  return name.replaceAll("-", " ");
}
