// Things that have a name but no value: sections, pages, stages, outcomes, messages, registers, roles, other agencies, lists, credentials.
// Says what each does and which places of the service lead to it or use it.
import type { Outcome, Page, Service, Stage } from "#contract";
import { showLength } from "#support/show-parts.ts";
import { escaped, inText, lineOf, listed, placeOf, say, type Why, type WhyLine } from "./answer.ts";
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
    ...table("role", "roles", service.roles),
    ...table("partner", "partners", service.partners),
    ...table("list", "lists", service.lists),
    ...table("credential", "credentials", service.credentials),
    ...table("calendar", "calendars", service.calendars),
  ];
}

/** What it does, and where it is used. */
export function explainThing(service: Service, thing: Thing): Why {
  const at = placeOf(service, thing.pointer);
  const uses = usesOf(service, thing.name, thing.what);
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
        ...Object.entries(source?.operations ?? {}).map(([operation, { needs, gives }]) =>
          line(
            `${operation} needs ${listed(needs.map((one) => one.name))} and gives ${listed(gives.map((one) => one.name))}`,
            `${pointer}/operations/${escaped(operation)}`,
          ),
        ),
      ];
    }
    case "list":
      return (service.lists[name]?.options ?? []).map((option, at) =>
        line(`${option.value}: “${inText(service, option.label)}”`, `${pointer}/options/${at}`),
      );
    case "credential":
      return (service.credentials[name]?.holds ?? []).map((one) => line(`holds ${one.name}`));
    default:
      return [];
  }
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
  const when = (id: string): string => {
    const rule = service.rules[id];
    return rule ? (rule.name ?? say(service, rule.expression)) : id;
  };
  const finish = stage.finish;
  const end = finish?.within
    ? `within ${showLength(finish.within, "en")}`
    : finish?.by === undefined
      ? undefined
      : `by ${when(finish.by)}`;
  return [
    line(stage.by.length > 0 ? `is done by ${listed(stage.by)}` : "goes on by itself"),
    ...(stage.skipWhen === undefined ? [] : [line(`is skipped when ${when(stage.skipWhen)}`)]),
    ...stage.doing.map((effect, at) => line(effectWords(effect), `${pointer}/doing/${at}`)),
    ...(stage.shows.length > 0
      ? [line(`shows ${listed(stage.shows.map((path) => service.names[path]?.name ?? path))}`)]
      : []),
    ...(stage.payment
      ? [
          line(
            `takes payment of ${stage.payment.name} within ${showLength(stage.payment.within, "en")}`,
            `${pointer}/payment`,
          ),
        ]
      : []),
    ...stage.exits.map((exit, at) => line(`goes to ${exit.goTo} when ${when(exit.when)}`, `${pointer}/exits/${at}`)),
    ...stage.actions.map((action, at) =>
      line(
        `can ${action.name}${action.withReason ? " with reason" : ""}${action.goTo === undefined ? "" : `, then goes to ${action.goTo}`}`,
        `${pointer}/actions/${at}`,
      ),
    ),
    ...(stage.otherwise === undefined ? [] : [line(`otherwise goes to ${stage.otherwise}`)]),
    ...(stage.goTo === undefined ? [] : [line(`goes on to ${stage.goTo}`)]),
    ...(end === undefined ? [] : [line(`ends ${end}`, `${pointer}/finish`)]),
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
