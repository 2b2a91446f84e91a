// Where a value comes from: the question that asks it and what fills it in, the register and its permission, the sign-in, or the rule that
// works it out, with everything that rule rests on.
import type { Expression, Field, Named, Repeat, Rule, Service } from "#contract";
import { showDate } from "#support/show-parts.ts";
import { escaped, inText, lawOf, lineOf, listed, placeOf, say, typeWords, type WhyLine } from "./answer.ts";
import { type FormPlace, formPlaces } from "./form-places.ts";
import { readDirectly } from "./mentions.ts";

/** The lines of the chapter. `seen` holds what was told already: a thing that two rules rest on is told once. */
export function originOf(service: Service, path: string, depth = 0, seen: Set<string> = new Set()): WhyLine[] {
  const named = Object.hasOwn(service.names, path) ? service.names[path] : undefined;
  const whole = path.slice(0, path.lastIndexOf("."));
  if (!named && path.includes(".")) return originOf(service, whole, depth, seen);
  if (!named || seen.has(path)) return [];
  seen.add(path);
  if (named.rule !== undefined) return ruleLines(service, named.rule, depth, seen);
  const place = formPlaces(service).find((one) => one.path === path && one.path !== "");
  if (place) return placeLines(service, place, named, depth, seen);
  return builtIn(service, path, named, depth, seen);
}

function placeLines(service: Service, place: FormPlace, named: Named, depth: number, seen: Set<string>): WhyLine[] {
  const { piece, pointer } = place;
  const line = (words: string, deeper = 0): WhyLine => lineOf(service, words, pointer, depth + deeper);
  switch (piece.kind) {
    case "field":
      return questionLines(service, place, piece, named, depth, seen);
    case "declaration":
      return [
        line(
          `${named.name}: declared by the applicant in ${place.inside.join(", ")}: “${inText(service, piece.statement)}”`,
        ),
      ];
    case "repeat":
      return [
        line(`${named.name}: a list that the applicant fills in, in ${place.inside.join(", ")}`),
        ...repeatLines(service, piece, place, depth),
      ];
    case "fetch":
      return [
        line(
          `${named.name}: fetched from ${piece.source}'s ${piece.operation}${runBy(service, piece.source)}, in ${place.inside.join(", ")}`,
        ),
        ...sourceLines(service, piece.source, piece.operation, depth + 1),
      ];
    default:
      return [line(named.name)];
  }
}

function questionLines(
  service: Service,
  { asks, inside, pointer }: FormPlace,
  field: Field,
  named: Named,
  depth: number,
  seen: Set<string>,
): WhyLine[] {
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at, depth + 1);
  const who = asks === undefined ? "the applicant" : listed(asks);
  const asked = `${named.name}: asked of ${who} in ${insideOf(inside, field.name)}: “${inText(service, field.label)}” (${typeWords(field.type)})`;
  const condition = named.askedWhen === undefined ? undefined : service.rules[named.askedWhen];
  const modes = {
    locked: "and cannot be changed",
    correctable: "and can be corrected",
    "correctable-with-evidence": "and can be corrected with evidence",
  } as const;
  return [
    lineOf(service, asked, pointer, depth),
    ...(field.optional ? [line("it may be left out")] : []),
    ...(condition ? [line(`asked only when ${say(service, condition.expression)}`)] : []),
    ...(field.sensitive === undefined ? [] : [line(`sensitive: ${field.sensitive}`)]),
    ...(field.prefill
      ? [
          line(
            `filled in from ${nameOf(service, field.prefill.from.join("."))}, ${modes[field.prefill.mode]}`,
            `${pointer}/prefill`,
          ),
          ...originOf(service, field.prefill.from.join("."), depth + 2, seen),
        ]
      : []),
  ];
}

function repeatLines(
  service: Service,
  { atLeast, atMost, prefill }: Repeat,
  { pointer }: FormPlace,
  depth: number,
): WhyLine[] {
  const line = (words: string): WhyLine => lineOf(service, words, pointer, depth + 1);
  const most = atMost === undefined ? "" : `, at most ${atMost}`;
  return [
    line(`at least ${atLeast}${most}`),
    ...(prefill ? [line(`filled in from ${nameOf(service, prefill.from.join("."))}`)] : []),
  ];
}

function builtIn(service: Service, path: string, named: Named, depth: number, seen: Set<string>): WhyLine[] {
  const top = path.split(".")[0] ?? "";
  const line = (words: string, pointer: string): WhyLine => lineOf(service, `${named.name}: ${words}`, pointer, depth);
  if (named.from === "fetched") {
    const fetched = formPlaces(service).find((one) => one.piece.kind === "fetch" && one.path === top);
    if (fetched?.piece.kind !== "fetch") return [line("what a register answers", "/sources")];
    const { source, operation } = fetched.piece;
    return [
      line(`fetched from ${source}'s ${operation}${runBy(service, source)}`, fetched.pointer),
      ...(seen.has(top) ? [] : sourceLines(service, source, operation, depth + 1)),
    ];
  }
  if (named.from === "identity") {
    const level = service.applicants.find(({ signsIn }) => signsIn)?.signsIn;
    return [line(`from the sign-in${level === undefined ? "" : ` at level ${level}`}`, "/applicants/0")];
  }
  if (named.from === "previous-application")
    return [
      line(
        "from the last application of the same person for this service that was decided, while its answers are kept",
        "",
      ),
    ];
  if (named.from === "credential") {
    const presented = presentedAs(service, path);
    const issuer = presented === undefined ? "" : `, issued by ${presented.issuedBy}`;
    return [line(`from the valid credential that the applicant presents${issuer}`, presented?.pointer ?? "")];
  }
  if (named.from === "set") return setLines(service, path, named, depth);
  const index = service.route?.stages.findIndex((stage) => stage.name === named.name) ?? -1;
  if (named.from === "stage") return [line("what was last chosen in this stage", `/route/stages/${index}`)];
  return [line("a fact of the case, built in", "")];
}

/** Who issued the credential that a question is filled in from there, and where the text lets it be presented. */
function presentedAs(
  service: Service,
  path: string,
): { readonly issuedBy: string; readonly pointer: string } | undefined {
  const filled = formPlaces(service).find(
    ({ piece }) => piece.kind === "field" && piece.prefill?.credential && piece.prefill.from.join(".") === path,
  );
  const name = filled?.piece.kind === "field" ? filled.piece.prefill?.credential : undefined;
  for (const [index, { presents = [] }] of service.applicants.entries()) {
    const at = presents.findIndex(({ credential }) => credential === name);
    const issuedBy = presents[at]?.issuedBy;
    if (issuedBy !== undefined) return { issuedBy, pointer: `/applicants/${index}/presents/${at}` };
  }
  return undefined;
}

/** An included question set: its questions. */
function setLines(service: Service, path: string, named: Named, depth: number): WhyLine[] {
  const asked = formPlaces(service).filter((one) => one.path.startsWith(`${path}.`));
  const first = asked[0];
  const names = asked.map((one) => nameOf(service, one.path));
  return [
    lineOf(service, `${named.name}: answers that belong together: ${listed(names)}`, first?.pointer ?? "", depth),
  ];
}

function sourceLines(service: Service, name: string, operation: string, depth: number): WhyLine[] {
  const source = Object.hasOwn(service.sources, name) ? service.sources[name] : undefined;
  if (!source) return [];
  const pointer = `/sources/${escaped(name)}`;
  const line = (words: string, at = pointer): WhyLine => lineOf(service, words, at, depth);
  const permission = inText(service, source.permission);
  const law = inText(service, source.because);
  const missing = Object.hasOwn(source.operations, operation) ? source.operations[operation]?.ifUnavailable : undefined;
  const instead = {
    "ask-applicant": "the applicant is asked",
    stop: "the application waits",
    "go-to": `the case goes to ${missing?.stage ?? ""}`,
  };
  return [
    ...(permission === "" ? [] : [line(`with the applicant's permission: “${permission}”`)]),
    ...(law === "" ? [] : [line(`without asking for permission, because “${law}”`)]),
    ...(missing
      ? [line(`when it does not answer, ${instead[missing.then]}`, `${pointer}/operations/${escaped(operation)}`)]
      : []),
  ];
}

function runBy(service: Service, name: string): string {
  const partner = Object.hasOwn(service.sources, name) ? service.sources[name]?.runBy : undefined;
  return partner === undefined ? "" : `, run by ${partner}`;
}

/** A rule: how it is worked out, then what it rests on, each once. */
export function ruleLines(service: Service, id: string, depth: number, seen: Set<string>): WhyLine[] {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (!rule || seen.has(`rule ${id}`)) return [];
  seen.add(`rule ${id}`);
  const pointer = `/rules/${escaped(id)}`;
  const { paths: read, lists, rules } = readDirectly(service, rule.expression);
  const paths = new Set([...read, ...lists]);
  return [
    lineOf(service, `${rule.name ?? id}: ${workedOut(service, rule)}${lawOf(service, rule.because)}`, pointer, depth),
    ...waysOf(service, rule.expression).map((words) => lineOf(service, words, pointer, depth + 1)),
    ...[...rules].flatMap((one) => ruleLines(service, one, depth + 1, seen)),
    ...[...paths].flatMap((one) => originOf(service, one, depth + 1, seen)),
  ].map((line) => (line.at ? line : { ...line, ...atOf(placeOf(service, pointer)) }));
}

function atOf(at: WhyLine["at"]): Pick<WhyLine, "at"> {
  return at ? { at } : {};
}

function workedOut(service: Service, { expression, form }: Rule): string {
  switch (expression.op) {
    case "exceptions":
      return `worked out as ${say(service, expression.otherwise)}, with exceptions`;
    case "table":
      return `a result of ${expression.table === undefined ? "a table" : `table ${expression.table}`}`;
    case "dated":
      return "an amount that changes with the day the application was sent";
    default:
      return `${form === "decide" || form === "condition" ? "yes when" : "worked out as"} ${say(service, expression)}`;
  }
}

/** Exceptions, rows and dated entries, one line each. */
function waysOf(service: Service, expression: Expression): string[] {
  switch (expression.op) {
    case "exceptions":
      return expression.cases.map(
        ({ when, value, because }) => `${say(service, value)} when ${say(service, when)}${lawOf(service, because)}`,
      );
    case "table":
      return [
        ...expression.rows.map(({ when, value }) => `${say(service, value)} when ${say(service, when)}`),
        ...(expression.otherwise ? [`${say(service, expression.otherwise)} when no row fits`] : []),
      ];
    case "dated":
      return expression.entries.map(({ from, value }) => `${say(service, value)} from ${showDate(from, "en-GB")}`);
    case "bounded":
    case "rounded":
      return waysOf(service, expression.value);
    default:
      return [];
  }
}

/** A part of a known whole is called by it: identity's address's postcode. */
function nameOf(service: Service, path: string): string {
  const named = Object.hasOwn(service.names, path) ? service.names[path] : undefined;
  const at = path.lastIndexOf(".");
  if (named || at < 0) return named?.name ?? path;
  const part = path.slice(at + 1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${nameOf(service, path.slice(0, at))}'s ${part}`;
}

/** A lone question is a page of its own, of the same name: that is not said twice. */
function insideOf(inside: readonly string[], name: string): string {
  return inside.filter((one) => one !== `page ${name}`).join(", ");
}
