// The blocks that stand before the route in a text that is read back: the service, its people and agencies, what is sent and issued.
import type { Calendar, Name, Outcome, Service, Stage } from "#contract";
import { showDate } from "#support/show-parts.ts";
import { lengthOf, wordsOf } from "../process/names.ts";
import { outcomeLines, routeLines, stageLines, workers } from "./lines.ts";
import { quotedWords, StandIns } from "./stand-ins.ts";

/** A stage or outcome, as lines of the text without their indentation. */
export interface MarkedPlace {
  readonly name: Name;
  readonly isStage: boolean;
  readonly text: string;
}

/** Everything that the way back needs, in the order of the text. */
export interface Marks {
  readonly blocks: readonly string[];
  readonly route: string;
  readonly places: readonly MarkedPlace[];
  readonly after: readonly string[];
}

/** The marks of a service. */
export function marksOf(service: Service): Marks {
  const stand = new StandIns(service);
  const { route } = service;
  const signing = route?.stages.find(({ coSign }) => coSign);
  // What people record is known when all lines were written once.
  for (const stage of route?.stages ?? []) stageLines(stand, stage);
  stand.again();
  const places: MarkedPlace[] = [
    ...(route?.stages ?? [])
      .filter((stage) => stage !== signing)
      .map((stage) => ({ name: stage.name, isStage: true, text: stageText(stand, stage) })),
    ...service.outcomes.map((outcome) => ({ name: outcome.name, isStage: false, text: outcomeText(stand, outcome) })),
  ];
  const lines = route ? routeLines(stand, route) : [];
  const before = [
    serviceBlock(service),
    ...peopleBlocks(service),
    ...calendarBlocks(service),
    ...sourceBlocks(service),
    ...stand.blocks,
  ];
  return {
    blocks: [...before, questionsBlock(stand, signing)].map((block) => block.join("\n")),
    route: ["route", ...lines.map((line) => `  ${line}`)].join("\n"),
    places,
    after: [...credentialBlocks(stand), ...messageBlocks(service), privacyBlock].map((block) => block.join("\n")),
  };
}

function stageText(stand: StandIns, stage: Stage): string {
  const roles = workers(stage);
  const people = roles.length > 0 ? ` by ${roles.join(", ")}` : "";
  const heading = `stage ${stage.name} ${quotedWords(wordsOf(stand.service, stage.title))}${people}`;
  return [heading, ...stageLines(stand, stage).map((line) => `  ${line}`)].join("\n");
}

function outcomeText(stand: StandIns, outcome: Outcome): string {
  const heading = `outcome ${outcome.name} ${quotedWords(wordsOf(stand.service, outcome.title))}`;
  return [heading, ...outcomeLines(stand, outcome).map((line) => `  ${line}`)].join("\n");
}

function serviceBlock(service: Service): string[] {
  const { agency, version, languages, about } = service;
  const words = about ? wordsOf(service, about) : "";
  return [
    `service ${service.name} ${quotedWords(wordsOf(service, service.title))}`,
    `  agency ${agency.name} ${quotedWords(wordsOf(service, agency.title))}`,
    `  version ${version.number} starts ${showDate(version.starts, "en-GB")}`,
    "  status draft",
    `  languages ${languages[0]?.name ?? "English"}`,
    "  about",
    `    > ${quotedWords(words || "To be written: what this service is for.").slice(1, -1)}`,
  ];
}

function peopleBlocks(service: Service): string[][] {
  const titled = (word: string, all: Service["roles"]): string[] =>
    Object.values(all).map(({ name, title }) => `${word} ${name} ${quotedWords(wordsOf(service, title))}`);
  const people = [...titled("role", service.roles), ...titled("partner", service.partners)];
  const applicants = service.applicants.map(({ kind, signsIn, helpers, actingAs, presents = [] }) => [
    `applicant is ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`,
    ...(signsIn === undefined ? [] : [`  signs in at level ${signsIn}`]),
    ...helpers.map(
      (helper) => `  may be helped by ${helper.role}${helper.with === undefined ? "" : ` with ${helper.with}`}`,
    ),
    ...(actingAs.length > 0 ? [`  acting as ${actingAs.join(", ")}`] : []),
    ...presents.map((one) => `  ${one.needed ? "must" : "may"} present ${one.credential} issued by ${one.issuedBy}`),
  ]);
  return [...(people.length > 0 ? [people] : []), ...applicants];
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function calendarBlocks(service: Service): string[][] {
  const name = service.route?.calendar;
  const calendar = name !== undefined && Object.hasOwn(service.calendars, name) ? service.calendars[name] : undefined;
  if (name === undefined) return [];
  const title = calendar ? wordsOf(service, calendar.title) : "Working days";
  const working = calendar?.workingDays ?? [1, 2, 3, 4, 5];
  return [
    [
      `calendar ${name} ${quotedWords(title)}`,
      `  time zone "${service.timeZone}"`,
      `  working days are ${working.map((day) => days[day - 1] ?? "Monday").join(", ")}`,
      ...(calendar?.closed ?? []).map(
        ({ on, title: why }) => `  closed on ${showDate(on, "en-GB")} ${quotedWords(wordsOf(service, why))}`,
      ),
      ...(calendar?.moveDeadlines ? ["  move deadlines to the next working day"] : []),
      ...(calendar ? endLines(calendar) : []),
    ],
  ];
}

/** Where years and months end whose day is missing, as far as the text says it. */
function endLines({ yearsFrom29FebruaryEndOn: years, monthsEndOn: months }: Calendar): string[] {
  return [
    ...(years ? [`  years from 29 February end on ${years === "--02-28" ? "28 February" : "1 March"}`] : []),
    ...(months
      ? [`  months end on the ${months.replaceAll("-", " ")}${months === "last-day" ? " of" : ""} a shorter month`]
      : []),
  ];
}

/** Registers that the route asks or hears from. What they answer is cut down to words: the questions that read it are not here. */
function sourceBlocks(service: Service): string[][] {
  const stages = service.route?.stages ?? [];
  const lines = [...stages, ...stages.flatMap(({ checks = [] }) => checks), ...service.outcomes].flatMap(
    ({ doing }) => doing,
  );
  const fetches = lines.flatMap(({ fetch }) => fetch ?? []);
  const heard = stages.flatMap(({ awaits = [] }) => awaits).filter(({ source }) => source !== undefined);
  const names = new Set([...fetches.map(({ source }) => source), ...heard.flatMap(({ source }) => source ?? [])]);
  return [...names].map((name) => {
    const source = Object.hasOwn(service.sources, name) ? service.sources[name] : undefined;
    const operations = [...new Set(fetches.filter((one) => one.source === name).map(({ operation }) => operation))];
    const told = new Set(heard.filter((one) => one.source === name).map(({ what }) => what));
    return [
      `source ${name} ${quotedWords(source ? wordsOf(service, source.title) : name)}`,
      ...(source?.runBy === undefined ? [] : [`  run by ${source.runBy}`]),
      ...(source?.permission
        ? [`  permission ${quotedWords(wordsOf(service, source.permission))}`]
        : [`  because ${quotedWords(source?.because ? wordsOf(service, source.because) : "To be written")}`]),
      ...operations.flatMap((operation) => operationLines(service, name, operation, fetches)),
      ...[...told].flatMap((one) => [`  announces ${one}`, "    gives words as text"]),
    ];
  });
}

function operationLines(
  service: Service,
  source: Name,
  operation: Name,
  fetches: readonly {
    readonly source: Name;
    readonly operation: Name;
    readonly using: readonly { readonly need: string }[];
  }[],
): string[] {
  const found = service.sources[source]?.operations[operation];
  const used = fetches.find((one) => one.source === source && one.operation === operation)?.using ?? [];
  const needs = found?.needs.map(({ name }) => name) ?? used.map(({ need }) => need);
  const unavailable = found?.ifUnavailable;
  const stage = unavailable?.then === "go-to" ? unavailable.stage : undefined;
  const words = stage === undefined ? "stop" : `go to ${stage}`;
  return [
    `  operation ${operation}`,
    ...needs.map((need) => `    needs ${need} as text`),
    "    gives words as text",
    `    if unavailable ${words}`,
  ];
}

function questionsBlock(stand: StandIns, signing: Stage | undefined): string[] {
  const finish = signing?.finish;
  const coSign =
    signing?.coSign && finish?.within && finish.goTo !== undefined
      ? [coSignLine(signing.coSign.by, finish.within, finish.goTo)]
      : [];
  const asked = stand.questions;
  return [
    "# What is asked does not stand in a process. These questions stand for what its lines read: put real questions, rules or",
    "# records of a register in their place.",
    'section questions "What the process reads"',
    ...(asked.length > 0 ? asked : ['ask request "What do you apply for?" as long text']).map((line) => `  ${line}`),
    ...coSign.map((line) => `  ${line}`),
  ];
}

function coSignLine(by: Name, within: NonNullable<NonNullable<Stage["finish"]>["within"]>, goTo: Name): string {
  return `co-sign by another ${by} within ${lengthOf(within)} otherwise go to ${goTo}`;
}

function credentialBlocks(stand: StandIns): string[][] {
  const { service } = stand;
  return Object.entries(service.credentials).map(([name, { title, validFor }]) => [
    `credential ${name} ${quotedWords(wordsOf(service, title))}`,
    "  # What it holds does not stand in the process.",
    "  holds case-number",
    ...(validFor ? [`  valid for ${lengthOf(validFor)}`] : []),
  ]);
}

function messageBlocks(service: Service): string[][] {
  return Object.entries(service.messages).map(([name, { channels, subject }]) => [
    `message ${name} by ${channels.join(", ") || "inbox"}`,
    `  subject ${quotedWords(wordsOf(service, subject) || name)}`,
    "  # What the message says does not stand in the process.",
    "  > To be written.",
  ]);
}

const privacyBlock = [
  "# Why answers are kept, by which law and for how long does not stand in a process.",
  "privacy",
  '  purpose "To be written"',
  '  lawful basis public-task "To be written"',
  "  keep answers for 1 year after decision",
];
