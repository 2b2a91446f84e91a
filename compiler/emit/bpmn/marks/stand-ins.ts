// What the lines of a route name and a process cannot hold: answers, rules, amounts. Each gets one short stand-in, so that the text which
// is read back from the process is whole. Conditions on what people chose are said as they are; all others become a question.
import type { Expression, RuleId, Service } from "#contract";
import { conditionOf } from "../process/conditions.ts";
import { keyOf } from "../process/names.ts";

/** A block of a text that stands in for something. */
interface StandIn {
  readonly lines: readonly string[];
  readonly isQuestion: boolean;
}

export class StandIns {
  readonly service: Service;
  readonly #made = new Map<string, StandIn>();
  /** Names by kind and rule. */
  readonly #ofRules = new Map<string, string>();
  readonly #said = new Set<string>();
  readonly #recorded = new Map<string, string[]>();
  /** Names of the route itself, which no stand-in may take. */
  readonly #known: ReadonlySet<string>;
  readonly #choices: ReadonlyMap<string, { readonly name: string; readonly actions: ReadonlySet<string> }>;

  constructor(service: Service) {
    this.service = service;
    const stages = service.route?.stages ?? [];
    const checks = stages.flatMap((stage) => stage.checks ?? []);
    const single = checks.filter(({ forEach }) => !forEach);
    this.#choices = new Map(
      [...stages, ...single].map(({ name, actions }) => [
        keyOf(name),
        { name, actions: new Set(actions.map((action) => action.name)) },
      ]),
    );
    this.#known = new Set([
      ...[...stages, ...checks, ...service.outcomes].map(({ name }) => name),
      ...Object.keys(service.roles),
      ...Object.keys(service.partners),
      ...Object.keys(service.credentials),
      ...Object.keys(service.messages),
      ...Object.keys(service.sources),
      ...stages.flatMap(({ awaits = [], payment }) => [
        ...awaits.map(({ what }) => what),
        ...(payment ? [payment.name] : []),
      ]),
    ]);
  }

  /** Blocks of their own, and the questions of one section. */
  get blocks(): string[][] {
    return [...this.#made.values()].filter(({ isQuestion }) => !isQuestion).map(({ lines }) => [...lines]);
  }

  get questions(): string[] {
    return [...this.#made.values()].filter(({ isQuestion }) => isQuestion).flatMap(({ lines }) => lines);
  }

  /** A question of this name; where the name is part of the route, the name itself. */
  question(name: string, type: string, comments: readonly string[] = []): string {
    if (!this.#known.has(name) && !this.#made.has(name)) {
      this.#made.set(name, {
        isQuestion: true,
        lines: [...comments.map((one) => `# ${oneLine(one)}`), `ask ${name} ${titleOf(name)} as ${type}`],
      });
    }
    return name;
  }

  /** A name that was not said in this sense before: parts of one answer that are shared in two lines have a stand-in each. */
  once(name: string, sense: string): string {
    let free = name;
    for (let number = 2; this.#said.has(`${sense} ${free}`); number++) free = `${name}-${number}`;
    this.#said.add(`${sense} ${free}`);
    return free;
  }

  /** An amount of money of this name. */
  amount(name: string): string {
    const sign = new Map([
      ["EUR", "€"],
      ["USD", "$"],
    ]).get(this.service.currency);
    this.#make(name, ["# How much it is does not stand in the process.", `calculate ${name} = ${sign ?? "£"}1`]);
    return name;
  }

  block(name: string, lines: readonly string[]): void {
    this.#make(name, lines);
  }

  list(name: string, item: string): void {
    if (!this.#made.has(name))
      this.#made.set(name, {
        isQuestion: true,
        lines: [
          `repeat ${name} each ${item} "${name.replaceAll("-", " ")}"`,
          `  ask ${item}-name "What is it called?" as text`,
        ],
      });
  }

  #make(name: string, lines: readonly string[]): void {
    if (!this.#made.has(name)) this.#made.set(name, { lines, isQuestion: false });
  }

  /** Forgets what was said, before lines are written anew. */
  again(): void {
    this.#said.clear();
  }

  /** What people record in a stage or check, instead of being asked of the applicant. */
  recordedAt(place: string): string[] {
    return this.#recorded.get(place) ?? [];
  }

  /** A value that a rule gives. */
  value(id: RuleId, hint: string, type: string): string {
    const known = this.#ofRules.get(`${type} ${id}`);
    if (known !== undefined) return known;
    const name = this.question(this.#nameOf(id, hint), type);
    this.#ofRules.set(`${type} ${id}`, name);
    return name;
  }

  /** A condition as it is written in a line. `at`: the stage or check whose people record its answer, where a rule alone may not decide. */
  condition(id: RuleId, hint: string, at?: string): string {
    const rule = Object.hasOwn(this.service.rules, id) ? this.service.rules[id] : undefined;
    const said = rule && rule.name === undefined ? this.#say(rule.expression) : undefined;
    return said ?? `${this.#yesOrNo(id, hint, at)} is yes`;
  }

  #yesOrNo(id: RuleId, hint: string, at: string | undefined): string {
    const known = this.#ofRules.get(id);
    if (known !== undefined) return known;
    const comments = [`In the process: ${conditionOf(this.service, id).jsonata}`];
    const name = this.#nameOf(id, hint);
    this.#ofRules.set(id, name);
    if (at === undefined) return this.question(name, "yes or no", comments);
    const lines = [...comments.map((one) => `# ${oneLine(one)}`), `ask ${name} ${titleOf(name)} as yes or no`];
    this.#recorded.set(at, [...(this.#recorded.get(at) ?? []), ...lines]);
    this.#made.set(name, { isQuestion: true, lines: [] });
    return name;
  }

  /** What only reads choices of people, in one line without brackets. */
  #say(expression: Expression): string | undefined {
    if (expression.op === "and" || expression.op === "or") {
      const parts = expression.parts.map((part) =>
        part.op === "and" || part.op === "or" ? undefined : this.#say(part),
      );
      return parts.length > 0 && parts.every((part) => part !== undefined)
        ? parts.join(` ${expression.op} `)
        : undefined;
    }
    if (expression.op !== "is" && expression.op !== "is-not") return undefined;
    const { left, right } = expression;
    if (left.op !== "fact" || left.item !== undefined || left.path.length !== 1 || right.op !== "literal")
      return undefined;
    const choice = this.#choices.get(left.path[0] ?? "");
    if (!choice || typeof right.value !== "string" || !choice.actions.has(right.value)) return undefined;
    return `${choice.name} ${expression.op === "is" ? "is" : "is not"} ${right.value}`;
  }

  #nameOf(id: RuleId, hint: string): string {
    const rule = Object.hasOwn(this.service.rules, id) ? this.service.rules[id] : undefined;
    if (rule?.name !== undefined && !this.#known.has(rule.name) && !this.#made.has(rule.name)) return rule.name;
    let name = hint;
    for (let number = 2; this.#known.has(name) || this.#made.has(name); number++) name = `${hint}-${number}`;
    return name;
  }
}

function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return `"${words.charAt(0).toUpperCase()}${words.slice(1)}?"`;
}

/** Words in quotation marks of a line. Braces would fill in values that are not there. */
export function quotedWords(words: string): string {
  return `"${oneLine(words)
    .replace(/["“”„]/g, "’")
    .replaceAll("{", "(")
    .replaceAll("}", ")")}"`;
}

export function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
