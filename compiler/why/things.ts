// Things that have a name but no value: sections, pages, stages, outcomes, messages, registers, roles, other agencies, lists, credentials.
// Says what each does and which places of the service lead to it or use it.
import type { Outcome, Page, Service, Stage } from "#contract";
import { showLength } from "#support/show-parts.ts";
import { escaped, inText, lineOf, listed, placeOf, say, unescaped, type Why, type WhyLine } from "./answer.ts";
import { formPlaces } from "./form-places.ts";
import { usesOf } from "./uses.ts";

/** A named thing and where it stands in the contract. */
export interface Thing {
  readonly name: string;
  readonly what:
    | "section"
    | "page"
    | "stage"
    | "outcome"
    | "message"
    | "source"
    | "role"
    | "partner"
    | "list"
    | "credential"
    | "check"
    | "operation"
    | "option"
    | "calendar";
  readonly pointer: string;
  readonly label: string;
}

/** All of them, in the order of the contract. */
export function thingsOf(service: Service): Thing[] {
  const label = (piece: { title?: Service["title"] }): string => inText(service, piece.title);
  const table = (
    what: Thing["what"],
    held: string,
    things: Readonly<Record<string, { title?: Service["title"] }>>,
  ): Thing[] =>
    Object.entries(things).map(([name, piece]) => ({
      name,
      what,
      pointer: `/${held}/${escaped(name)}`,
      label: label(piece),
    }));
  const list = (
    what: Thing["what"],
    held: string,
    things: readonly { name: string; title: Service["title"] }[],
  ): Thing[] => things.map((piece, at) => ({ name: piece.name, what, pointer: `/${held}/${at}`, label: label(piece) }));
  const pages = formPlaces(service).flatMap(({ piece, pointer }): Thing[] =>
    piece.kind === "page" ? [{ name: piece.name, what: "page", pointer, label: label(piece) }] : [],
  );
  const asked = new Set(Object.values(service.names).map(({ name }) => name));
  return [
    ...list("section", "sections", service.sections),
    // A lone question is a page of its own: its name is the question's.
    ...pages.filter(({ name }) => !asked.has(name)),
    ...list("stage", "route/stages", service.route?.stages ?? []),
    ...checksOf(service).map(({ check, pointer }): Thing => ({ name: check.name, what: "check", pointer, label: "" })),
    ...list("outcome", "outcomes", service.outcomes),
    ...Object.entries(service.messages).map(
      ([name, { subject }]): Thing => ({
        name,
        what: "message",
        pointer: `/messages/${escaped(name)}`,
        label: inText(service, subject),
      }),
    ),
    ...table("source", "sources", service.sources),
    ...operationsOf(service),
    ...table("role", "roles", service.roles),
    ...table("partner", "partners", service.partners),
    ...table("list", "lists", service.lists),
    ...optionsOf(service),
    ...table("credential", "credentials", service.credentials),
    ...table("calendar", "calendars", service.calendars),
  ];
}

/** What registers can be asked: by its own name, and with that of the register. */
function operationsOf({ sources }: Service): Thing[] {
  return Object.entries(sources).flatMap(([source, { operations }]) =>
    Object.keys(operations).flatMap((name) => {
      const pointer = `/sources/${escaped(source)}/operations/${escaped(name)}`;
      const one = { what: "operation" as const, pointer, label: "" };
      return [
        { ...one, name },
        { ...one, name: `${source}'s ${name}` },
      ];
    }),
  );
}

function optionsOf(service: Service): Thing[] {
  return Object.entries(service.lists).flatMap(([list, { options }]) =>
    options.map(
      ({ value, label }, at): Thing => ({
        name: value,
        what: "option",
        pointer: `/lists/${escaped(list)}/options/${at}`,
        label: inText(service, label),
      }),
    ),
  );
}

/** What it does, and where it is used. */
export function explainThing(service: Service, thing: Thing): Why {
  const at = placeOf(service, thing.pointer);
  const [, held = "", owner = ""] = thing.pointer.split("/");
  // An operation is used where its register is asked, a choice where its list is offered.
  const isPart = thing.what === "operation" || thing.what === "option";
  const uses = isPart
    ? usesOf(service, unescaped(owner), held === "lists" ? "list" : "source")
    : usesOf(service, thing.name, thing.what);
  return {
    name: thing.name,
    what: thing.what,
    ...(thing.label !== "" && { label: thing.label }),
    ...(at && { at }),
    chapters: [
      { title: "What it does", lines: doesOf(service, thing) },
      {
        title: thing.what === "stage" || thing.what === "outcome" ? "How a case comes here" : "Where it is used",
        lines: uses,
      },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function doesOf(service: Service, thing: Thing): WhyLine[] {
  const { name, what, pointer } = thing;
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at);
  switch (what) {
    case "stage": {
      const stage = service.route?.stages.find((one) => one.name === name);
      return stage ? stageLines(service, stage, pointer) : [];
    }
    case "outcome": {
      const outcome = service.outcomes.find((one) => one.name === name);
      return outcome ? outcomeLines(service, outcome, pointer) : [];
    }
    case "page": {
      const place = formPlaces(service).find((one) => one.pointer === pointer);
      return place?.piece.kind === "page" ? pageLines(service, place.piece, place.inside, pointer) : [];
    }
    case "section": {
      const inside = formPlaces(service).filter(
        ({ piece, inside: around }) => piece.kind === "page" && around.includes(`section ${name}`),
      );
      return inside.map((place) => line(place.piece.kind === "page" ? `page ${place.piece.name}` : "", place.pointer));
    }
    case "message":
      return [line(`goes by ${listed(service.messages[name]?.channels.map((one) => one.replace("-", " ")) ?? [])}`)];
    case "source": {
      const source = service.sources[name];
      const permission = inText(service, source?.permission);
      return [
        ...(source?.runBy === undefined ? [] : [line(`run by ${source.runBy}`)]),
        ...(permission === "" ? [] : [line(`asked with the applicant's permission: “${permission}”`)]),
        ...Object.entries(source?.operations ?? {}).map(([operation, asked]) =>
          line(`${operation} ${operationWords(asked)}`, `${pointer}/operations/${escaped(operation)}`),
        ),
      ];
    }
    case "operation": {
      const [, , source = "", , operation = ""] = pointer.split("/").map(unescaped);
      const asked = service.sources[source]?.operations[operation];
      return [line(`stands in source ${source}`), ...(asked ? [line(operationWords(asked))] : [])];
    }
    case "option":
      return [line(`is a choice of list ${unescaped(pointer.split("/")[2] ?? "")}`)];
    case "list":
      return (service.lists[name]?.options ?? []).map((option, at) =>
        line(`${option.value}: “${inText(service, option.label)}”`, `${pointer}/options/${at}`),
      );
    case "credential":
      return credentialLines(service, name).map((words) => line(words));
    case "check": {
      const found = checksOf(service).find((one) => one.pointer === pointer);
      return found ? checkLines(service, found.check, pointer) : [];
    }
    default:
      return [];
  }
}

/** needs chip and gives name, breed and stolen */
function operationWords({ needs, gives }: Service["sources"][string]["operations"][string]): string {
  return `needs ${listed(needs.map((one) => one.name))} and gives ${listed(gives.map((one) => one.name))}`;
}

type Check = NonNullable<Stage["checks"]>[number];

/** The checks of all stages, with their places. */
function checksOf(service: Service): { readonly check: Check; readonly pointer: string }[] {
  return (service.route?.stages ?? []).flatMap(({ checks = [] }, stage) =>
    checks.map((check, at) => ({ check, pointer: `/route/stages/${stage}/checks/${at}` })),
  );
}

function checkLines(service: Service, check: Check, pointer: string): WhyLine[] {
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at);
  const stage = service.route?.stages.find(({ checks = [] }) => checks.includes(check));
  return [
    ...(stage ? [line(`stands in stage ${stage.name}`)] : []),
    ...(check.forEach ? [line(`is done for each ${check.forEach.name}`)] : []),
    ...(check.at?.partner === undefined ? [] : [line(`is done at ${check.at.partner}`)]),
    ...(check.at?.rule === undefined ? [] : [line(`is done at ${ruleWords(service, check.at.rule)}`)]),
    ...(check.by.length > 0 ? [line(`is done by ${listed(check.by)}`)] : []),
    ...workLines(service, check, pointer),
    ...finishLines(service, check.finish, pointer),
  ];
}

/** What a stage and a check have in common: who else works on it, what happens, what is seen, recorded and chosen. */
function workLines(service: Service, work: Stage | Check, pointer: string): WhyLine[] {
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at);
  const { skipWhen, doneBy, invite, doing, shows, questions, actions } = work;
  return [
    ...(doneBy === undefined ? [] : [line(`is done by ${doneBy} different people`)]),
    ...(invite ? [line(`invites ${invite.name}, reached by ${ruleWords(service, invite.using)}`)] : []),
    ...(skipWhen === undefined ? [] : [line(`is skipped when ${ruleWords(service, skipWhen)}`)]),
    ...doing.map((effect, at) => line(effectWords(effect), `${pointer}/doing/${at}`)),
    ...(shows.length > 0 ? [line(`shows ${listed(shows.map((path) => service.names[path]?.name ?? path))}`)] : []),
    ...questions.map((field, at) => line(`asks ${field.name}`, `${pointer}/questions/${at}`)),
    ...actions.map((action, at) => line(actionWords(service, action), `${pointer}/actions/${at}`)),
  ];
}

/** can award when entitled, then goes to awarded */
function actionWords(service: Service, { name, withReason, when, goTo }: Stage["actions"][number]): string {
  const condition = when === undefined ? "" : ` when ${ruleWords(service, when)}`;
  return `can ${name}${withReason ? " with reason" : ""}${condition}${goTo === undefined ? "" : `, then goes to ${goTo}`}`;
}

function finishLines(service: Service, finish: Stage["finish"], pointer: string): WhyLine[] {
  if (!finish) return [];
  const end = finish.within ? `within ${length(finish.within)}` : finish.by && `by ${ruleWords(service, finish.by)}`;
  return end ? [lineOf(service, `ends ${end}${afterwards(finish)}`, `${pointer}/finish`)] : [];
}

/** , otherwise tells benefits-manager */
function afterwards({ tell, goTo, giveTo, goOnWithout }: NonNullable<Stage["finish"]>): string {
  const words = [
    ...(tell === undefined ? [] : [`tells ${tell}`]),
    ...(giveTo === undefined ? [] : [`gives it to ${giveTo}`]),
    ...(goTo === undefined ? [] : [`goes to ${goTo}`]),
    ...(goOnWithout ? ["the stage goes on without it"] : []),
  ];
  return words.length === 0 ? "" : `, otherwise ${listed(words)}`;
}

/** A rule by its name, else what it says. */
function ruleWords(service: Service, id: string): string {
  const rule = service.rules[id];
  return rule ? (rule.name ?? say(service, rule.expression)) : id;
}

function length(duration: Parameters<typeof showLength>[0]): string {
  return showLength(duration, "en");
}

function credentialLines(service: Service, name: string): string[] {
  const credential = service.credentials[name];
  if (!credential) return [];
  const { holds, validFor, renew, revokeWhen, suspendWhen, acceptedBy, type, starts = [] } = credential;
  return [
    ...holds.map((one) => `holds ${one.name}${one.onlyIfHolderAgrees ? ", shared only if the holder agrees" : ""}`),
    ...(validFor ? [`is valid for ${length(validFor)}`] : []),
    ...(renew
      ? [
          `can be renewed from ${length(renew.from)} before its end${renew.keepingAnswers ? ", keeping the answers" : ""}`,
        ]
      : []),
    ...(suspendWhen === undefined ? [] : [`is suspended when ${ruleWords(service, suspendWhen)}`]),
    ...(revokeWhen === undefined ? [] : [`is revoked when ${ruleWords(service, revokeWhen)}`]),
    ...(acceptedBy.length > 0 ? [`is accepted by ${listed(acceptedBy)}`] : []),
    ...(type === undefined ? [] : [`other systems know it as ${type}`]),
    ...starts.map((one) => `starts ${one.service} every ${length(one.every)} while it is valid`),
  ];
}

function pageLines(service: Service, page: Page, inside: readonly string[], pointer: string): WhyLine[] {
  const rule = page.showWhen === undefined ? undefined : service.rules[page.showWhen];
  const asked = page.parts.flatMap((part, at) =>
    part.kind === "field"
      ? [lineOf(service, `asks ${part.name}: “${inText(service, part.label)}”`, `${pointer}/parts/${at}`)]
      : [],
  );
  return [
    lineOf(service, `stands in ${inside.join(", ")}`, pointer),
    ...(rule ? [lineOf(service, `is shown only when ${say(service, rule.expression)}`, pointer)] : []),
    ...asked,
  ];
}

function stageLines(service: Service, stage: Stage, pointer: string): WhyLine[] {
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at);
  const { checks = [], waits = [], awaits = [], payment, coSign } = stage;
  return [
    line(
      stage.by.length > 0
        ? `is done by ${listed(stage.by)}`
        : coSign
          ? `is signed by ${coSign.by}`
          : "goes on by itself",
    ),
    ...peopleWords(service, stage).map((words) => line(words)),
    ...workLines(service, stage, pointer),
    ...checks.map((check, at) =>
      line(`has check ${check.name}, at the same time as its others`, `${pointer}/checks/${at}`),
    ),
    ...(payment
      ? [
          line(
            `takes payment of ${payment.name} within ${length(payment.within)}, otherwise goes to ${payment.otherwise}`,
            `${pointer}/payment`,
          ),
        ]
      : []),
    ...waits.flatMap((wait, at) => {
      const time = wait.within ? length(wait.within) : wait.until && `until ${ruleWords(service, wait.until)}`;
      return time ? [line(`waits ${time}`, `${pointer}/waits/${at}`)] : [];
    }),
    ...awaits.map((one, at) =>
      line(
        `waits for ${one.what} within ${length(one.within)}, otherwise goes to ${one.otherwise}`,
        `${pointer}/awaits/${at}`,
      ),
    ),
    ...stayWords(stage).map((words) => line(words)),
    ...stage.exits.map((exit, at) =>
      line(`goes to ${exit.goTo} when ${ruleWords(service, exit.when)}`, `${pointer}/exits/${at}`),
    ),
    ...(stage.otherwise === undefined ? [] : [line(`otherwise goes to ${stage.otherwise}`)]),
    ...(stage.goTo === undefined ? [] : [line(`goes on to ${stage.goTo}`)]),
    ...stage.reminders.map((one, at) =>
      line(`reminds ${one.to} after ${length(one.after)}`, `${pointer}/reminders/${at}`),
    ),
    ...finishLines(service, stage.finish, pointer),
  ];
}

/** Who may not, or must, do it, who approves, who advises. */
function peopleWords(service: Service, stage: Stage): string[] {
  const { secondApproval, advisedBy, notTheSamePersonAs, samePersonAs } = stage;
  const approval = secondApproval?.when === undefined ? "" : ` when ${ruleWords(service, secondApproval.when)}`;
  return [
    ...(notTheSamePersonAs.length > 0 ? [`is not done by whoever acted in ${listed(notTheSamePersonAs)}`] : []),
    ...(samePersonAs === undefined ? [] : [`is done by whoever acted in ${samePersonAs}`]),
    ...(secondApproval ? [`needs a second approval by ${secondApproval.by}${approval}`] : []),
    ...(advisedBy === undefined ? [] : [`is advised by ${advisedBy}`]),
  ];
}

/** What can keep a case in it for longer. */
function stayWords({ moreInformation, takesLonger, consults, holds, corrects = [], stopsTheClock }: Stage): string[] {
  return [
    ...(moreInformation
      ? [`can ask for more information within ${length(moreInformation.within)}, then goes to ${moreInformation.goTo}`]
      : []),
    ...(takesLonger ? [`can take ${length(takesLonger)} longer, once, with reason`] : []),
    ...(consults ? [`can consult ${listed(consults.roles)} within ${length(consults.within)}`] : []),
    ...(holds ? [`can put the case on hold for up to ${length(holds)}`] : []),
    ...(corrects.length > 0 ? ["can correct answers, with reason"] : []),
    ...(stopsTheClock ? ["stops the clock of the whole case"] : []),
  ];
}

function outcomeLines(service: Service, outcome: Outcome, pointer: string): WhyLine[] {
  return [
    ...outcome.doing.map((effect, at) => lineOf(service, effectWords(effect), `${pointer}/doing/${at}`)),
    ...outcome.rights.map((right, at) =>
      lineOf(
        service,
        `the applicant can ${right.name}${right.within ? ` within ${showLength(right.within, "en")}` : ""}${right.goTo === undefined ? "" : `, then it goes to ${right.goTo}`}`,
        `${pointer}/rights/${at}`,
      ),
    ),
  ];
}

/** issue parking-permit; share registration and zone with parking-enforcement */
function effectWords({ do: doing, what, to, with: partner, paths }: Stage["doing"][number]): string {
  const object = what ?? listed(paths ?? []);
  const whom = to === undefined || to.length === 0 ? "" : ` to ${listed(to)}`;
  return `${doing} ${object}${whom}${partner === undefined ? "" : ` with ${partner}`}`;
}
