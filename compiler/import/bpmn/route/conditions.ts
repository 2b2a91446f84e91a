// The ways out of an exclusive gateway: as what a person chooses, or as lines with questions that stand for its conditions.
import type { Flow, Node } from "../graph.ts";
import { slugOf } from "../names.ts";
import { type Building, labelOf } from "./building.ts";

const yes = /^(yes|y|true|ja|oui|sí|si|sim|sì|tak|kyllä|ano|да|是|はい|oes|ydy)$/i;
const no = /^(no|n|false|nein|nee|non|não|nie|nej|nei|ei|ne|нет|否|いいえ|na)$/i;

/** Actions that go against the applicant need a reason. */
const adverse = new Set(["refuse", "reject", "dismiss", "exclude", "suspend", "revoke", "deny"]);

/** The original condition of a flow as a comment. */
export function originalOf(flow: Flow): string[] {
  const parts = [
    ...(flow.condition === "" ? [] : [flow.condition]),
    ...(flow.isDefault ? ["taken when nothing else fits"] : []),
  ];
  return parts.length === 0 ? [] : [shortened(`In the process: ${parts.join("; ")}`)];
}

/** An exclusive gateway that belongs to the step before it: no other flow leads to it. */
export function gatewayBehind(node: Node): Node | undefined {
  const [flow, ...more] = node.outgoing;
  const next = flow?.to;
  if (!next || more.length > 0 || next.kind !== "exclusiveGateway") return undefined;
  return next.incoming.length === 1 && next.outgoing.length > 1 && flow.condition === "" ? next : undefined;
}

/** True where all conditions ask for one value that the person before may have given: each way is a button. */
export function isChoice(gateway: Node): boolean {
  const read = gateway.outgoing.flatMap(({ condition }) => (condition === "" ? [] : [valueRead(condition)]));
  return read.every((one) => one !== undefined && one === read[0]);
}

function valueRead(condition: string): string | undefined {
  const body = condition.replace(/^\s*[$#]\{|\}\s*$|^\s*=\s*/g, "").trim();
  const found =
    /^!?\s*([\w.]+)$/.exec(body) ??
    /^([\w.]+)\s*(?:===?|=|eq|!=|ne)\s*(?:"[^"]*"|'[^']*'|true|false|\w+)$/.exec(body) ??
    /^not\(([\w.]+)\)$/.exec(body);
  return found?.[1];
}

/** What is chosen, as the line of an action. Names are told apart within their stage. */
export function actionLines(building: Building, flow: Flow, label: string, used: Set<string>): string[] {
  return actionTo(building.to(flow), label, used, originalOf(flow));
}

export function actionTo(place: string, label: string, used: Set<string>, comments: readonly string[]): string[] {
  const name = actionName(label, used);
  const reason = adverse.has(name) ? " with reason" : "";
  return [...comments.map((words) => oneLine(words)), `can ${name}${reason} then go to ${place}`];
}

/** Words that begin a line of their own after `can`, and words of the language. */
const notAsAction =
  /^(ask|take|consult|put|correct|continue-?|by|with|when|then|until|is|not|and|or|unless|where|of|any|every|no|yes|else|from|to|has|at|before|after|under|over|since|today|plus|minus|times|otherwise|count|sum|go|all|for|on|in|within|as|true|false)$/;

export function actionName(label: string, used: Set<string>): string {
  const slug = slugOf(label);
  const base = slug === "" ? "go-on" : notAsAction.test(slug) ? `choose-${slug}` : slug;
  let name = base;
  for (let number = 2; used.has(name.replaceAll("-", "")); number++) name = `${base}-${number}`;
  used.add(name.replaceAll("-", ""));
  return name;
}

/** A comment line among the lines of a stage. */
export function oneLine(words: string): string {
  return `# ${shortened(words)}`;
}

/** Original expressions can be long. */
function shortened(words: string): string {
  const clean = words.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  return clean.length > 300 ? `${clean.slice(0, 299)}…` : clean;
}

/** Names for the ways out of a gateway: the flow's words, with the gateway's where they say only yes or no. */
export function wayLabel(gateway: Node, flow: Flow): string {
  const words = flow.name;
  if (words === "") return fromCondition(flow.condition) ?? `To ${labelOf(flow.to)}`;
  return (yes.test(words) || no.test(words)) && gateway.name !== "" ? `${gateway.name} ${words}` : words;
}

function fromCondition(condition: string): string | undefined {
  const body = condition.replace(/^\s*[$#]\{|\}\s*$|^\s*=\s*/g, "").trim();
  const [, not = "", value = ""] = /^(!?)\s*([\w.]+)$/.exec(body) ?? [];
  if (value !== "") return `${not === "" ? "" : "not "}${spaced(value)}`;
  const [, name = "", , what = ""] = /^([\w.]+)\s*(==?|eq)\s*["']?([\w -]+?)["']?$/.exec(body) ?? [];
  return name === "" ? undefined : `${spaced(name)} ${spaced(what)}`;
}

/** hasPaid → has paid */
function spaced(words: string): string {
  return words.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[._]+/g, " ");
}

/** The ways out of a gateway as `when` lines. Each condition gets a question of its own; the last way is taken when no other is. */
export function whenLines(building: Building, gateway: Node): string[] {
  building.seen.add(gateway);
  const byDefault = gateway.outgoing.find(({ isDefault }) => isDefault);
  const ordered = [...gateway.outgoing.filter((flow) => flow !== byDefault), ...(byDefault ? [byDefault] : [])];
  const [first, second, third] = ordered;
  if (first && second && !third && gateway.name !== "") {
    const positive = ordered.find(({ name }) => yes.test(name));
    const negative = ordered.find(({ name }) => no.test(name));
    if (positive && negative) return yesOrNo(building, gateway, positive, negative);
  }
  const last = ordered.at(-1);
  return ordered.flatMap((flow) => {
    const place = building.to(flow);
    if (flow === last) {
      const words = flow.isDefault || (flow.name === "" && flow.condition === "") ? flow.name : lastWords(flow);
      return [...(words === "" ? [] : [oneLine(words)]), `otherwise go to ${place}`];
    }
    const label = wayLabel(gateway, flow);
    const name = building.stubs.question(
      label,
      `${gateway.name === "" ? "" : `${gateway.name}: `}${flow.name || label}`,
      "yes or no",
      [...originalOf(flow)],
    );
    return [`when ${name} is yes go to ${place}`];
  });
}

function lastWords({ name, condition }: Flow): string {
  return ["In the process:", name, condition].filter((part) => part !== "").join(" ");
}

function yesOrNo(building: Building, gateway: Node, positive: Flow, negative: Flow): string[] {
  const comments = [...originalOf(positive), ...originalOf(negative)];
  const name = building.stubs.question(gateway.name, gateway.name, "yes or no", comments);
  return [`when ${name} is yes go to ${building.to(positive)}`, `otherwise go to ${building.to(negative)}`];
}
