// What came of checks and of several people's views, as facts on an officer's sheet. Only what is asked for here leaves the case.
import type { Service, Stage } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, CheckVisit, HistoryLine } from "#routing/case.ts";
import { keyOf } from "#routing/keys.ts";
import { dayAndTime } from "../portal/days.ts";
import type { FactRow } from "./case-page.ts";
import { capital, itemName } from "./item-name.ts";

/** Rows of a stage or check that a line `shows` by its name; undefined when the path names neither. */
export function rowsOfWork(service: Service, present: Case, path: string): FactRow[] | undefined {
  for (const stage of service.route?.stages ?? []) {
    if (stage.name === path || keyOf(stage.name) === path) return rowsOfStage(service, present, stage);
    const check = stage.checks?.find((one) => [...(one.forEach?.list ?? []), keyOf(one.name)].join(".") === path);
    if (check)
      return visitsOf(present, stage)
        .filter((one) => one.check === check.name)
        .map((one) => checkRow(service, present, stage, one));
  }
  return undefined;
}

/** The stage's own decision, then what each of its checks came to. */
function rowsOfStage(service: Service, present: Case, stage: Stage): FactRow[] {
  const title = wordsIn(stage.title, "en");
  const own = present.history.filter(
    ({ what, place, check }) => what === "chose" && place === stage.name && check === undefined,
  );
  const decided = stage.doneBy === undefined ? own.slice(-1) : own.slice(-stage.doneBy);
  return [
    ...decided.map((line) => decisionRow(title, line, service.timeZone)),
    ...visitsOf(present, stage).map((visit) => checkRow(service, present, stage, visit)),
  ];
}

function decisionRow(label: string, line: HistoryLine, timeZone: string): FactRow {
  const lines = [
    { text: capital((line.name ?? "").replaceAll("-", " ")) },
    ...(line.reason ? [{ text: line.reason }] : []),
  ];
  const origin = {
    mark: "done" as const,
    strong: line.by?.name ?? "An officer",
    text: `, ${dayAndTime(line.at, "en", timeZone)}`,
  };
  return { label, lines, origin };
}

/** The checks of the stage's last visit. */
function visitsOf({ checks = [], visits }: Case, { name }: Stage): CheckVisit[] {
  return checks.filter((one) => one.stage === name && one.visit === visits[name]);
}

function checkRow(service: Service, present: Case, stage: Stage, visit: CheckVisit): FactRow {
  const check = stage.checks?.find(({ name }) => name === visit.check);
  const who = check && visit.item !== undefined ? itemName(service, present, check, visit.item) : undefined;
  const label = `${wordsIn(check?.title, "en")}${who ? `, ${who}` : ""}`;
  const chosen = present.history.filter(
    ({ what, check: name, item, place }) =>
      what === "chose" && name === visit.check && item === visit.item && place === visit.stage,
  );
  const lines = chosen.slice(-(check?.doneBy ?? 1)).map((line) => decisionRow(label, line, service.timeZone));
  const [last] = lines;
  if (last && (visit.state === "done" || visit.state === "skipped"))
    return { ...last, lines: lines.flatMap((line) => line.lines) };
  const agency = visit.at === undefined ? {} : { strong: wordsIn(service.partners[visit.at]?.title, "en") || visit.at };
  const states = {
    open: "Still open",
    done: "Done",
    skipped: "Not needed again",
    without: "No result: the case went on without it",
    cancelled: "Cancelled",
  };
  return {
    label,
    lines: [{ text: states[visit.state] }],
    origin: { mark: visit.state === "done" ? "register" : "begun", ...agency },
  };
}
