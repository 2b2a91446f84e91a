// What each step of a drawing is in a route: the stage with its lines, or the outcome.
import type { Node } from "../graph.ts";
import type { Place } from "../text.ts";
import { timerOf } from "../timer.ts";
import { borderLines, lengthOf, refuseBeside } from "./borders.ts";
import { type Building, labelOf, type Target, titleOf } from "./building.ts";
import { chainFrom, endOfChain, isByItself, isCheckElsewhere } from "./chain.ts";
import { actionLines, actionTo, gatewayBehind, isChoice, wayLabel, whenLines } from "./conditions.ts";
import { listIn } from "./multi-instance.ts";
import { commentsOf, ownLines } from "./own-lines.ts";
import { checkElsewhere, forEachItem, splitOf, together } from "./together.ts";

/** Writes the place of a step. */
export function buildPlace(building: Building, target: Target, name: string): Place {
  if ("endAfter" in target) {
    const title = `After: ${titleOf(target.endAfter)}`;
    return outcome(name, title, ["No flow leads on from here in the process, so the case ends."], []);
  }
  const node = target;
  building.seen.add(node);
  if (node.kind === "endEvent") return endPlace(building, node, name);
  if (isByItself(node))
    return isCheckElsewhere(node) ? checkElsewhere(building, node, name) : byItself(building, node, name);
  switch (node.kind) {
    case "exclusiveGateway":
      return stage(name, node, commentsOf(node), whenLines(building, node));
    case "parallelGateway":
    case "inclusiveGateway":
      return together(building, node, splitOf(building, node), name);
    case "eventBasedGateway":
      return choice(building, node, name);
    case "receiveTask":
      return hear(building, node, name);
    case "intermediateCatchEvent":
      return node.event === "message" ? hear(building, node, name) : pause(building, node, name);
    case "startEvent":
      return stage(name, node, [], [`go to ${building.after(node)}`]);
    case "intermediateThrowEvent":
      building.refuse(
        node,
        "It throws something in the middle of a way, and two lines of work would go on.",
        "an end event that throws it, caught at the border of the sub-process.",
      );
      return stage(name, node, [], []);
    default:
      return work(building, node, name);
  }
}

function stage(name: string, node: Node, comments: string[], lines: string[], by?: string): Place {
  return { name, title: titleOf(node), kind: "stage", comments, lines, ...(by === undefined ? {} : { by }) };
}

function outcome(name: string, title: string, comments: string[], lines: string[]): Place {
  return { name, title, kind: "outcome", comments, lines };
}

function endPlace(building: Building, node: Node, name: string): Place {
  const lines = node.event === "message" ? [`send ${building.stubs.message(node.said || labelOf(node))}`] : [];
  const title =
    node.name === ""
      ? node.event === "none" || node.event === "terminate"
        ? "Finished"
        : titleOf(node)
      : titleOf(node);
  for (const one of node.scope.nodes) if (one.kind === "endEvent" && one.name === node.name) building.seen.add(one);
  return outcome(name, title, commentsOf(node), lines);
}

const unknownKinds: Readonly<Record<string, string>> = {
  task: "The process does not say how this is done; it stands here as work of people.",
  manualTask: "Done by hand, outside any system.",
  subProcess: "The steps inside this sub-process are not in the file; it stands here as one piece of work.",
};

/** Work of people: what they choose, and what can take the case away meanwhile. */
function work(building: Building, node: Node, name: string): Place {
  const list = listIn(building, node);
  if (list?.kind === "each") return forEachItem(building, node, name);
  const by = building.stubs.role(node);
  const used = new Set<string>();
  const borders = borderLines(building, node, by, used);
  const said = unknownKinds[node.kind];
  const lines: string[] = [];
  if (list) {
    lines.push(
      "can complete",
      `done by ${list.count} different people`,
      ...borders.actions,
      ...borders.lines,
      `go to ${building.after(node)}`,
    );
  } else {
    const gateway = gatewayBehind(node);
    if (gateway && isChoice(gateway)) {
      building.seen.add(gateway);
      for (const flow of gateway.outgoing) lines.push(...actionLines(building, flow, wayLabel(gateway, flow), used));
    } else
      lines.push(
        ...actionTo(building.after(node), node.outgoing[0]?.name || "continue-on", used, []).map((line) =>
          line.replace("can choose-continue-on", "can continue").replace("can continue-on", "can continue"),
        ),
      );
    lines.push(...borders.actions, ...borders.lines);
  }
  if (by === "applicant" && !borders.isBounded) {
    lines.push(
      "# The process gives no time limit; people may not be waited for without end.",
      `finish within 30 days otherwise go to ${building.nobodyAnswered}`,
    );
  }
  return stage(name, node, [...(said === undefined ? [] : [said]), ...commentsOf(node)], lines, by);
}

/** Steps that nobody does, one after the other, and the rules behind them. */
function byItself(building: Building, node: Node, name: string): Place {
  const chain = chainFrom(node);
  for (const one of chain) building.seen.add(one);
  const last = chain.at(-1) ?? node;
  const lines = chain.flatMap((one) => ownLines(building, one));
  for (const border of node.borders) lines.push(...caught(building, border));
  const end = endOfChain(node);
  if (end) {
    building.seen.add(end);
    if (end.event === "message") lines.push(`send ${building.stubs.message(end.said || labelOf(end))}`);
    const title = end.name === "" ? "Finished" : titleOf(end);
    return outcome(name, title, commentsOf(end), lines);
  }
  const gateway = gatewayBehind(last);
  return stage(
    name,
    node,
    [],
    [...lines, ...(gateway ? whenLines(building, gateway) : [`go to ${building.after(last)}`])],
  );
}

/** An error or escalation at a step that nobody does: a question stands for whether it happened. */
function caught(building: Building, border: Node): string[] {
  building.seen.add(border);
  if (border.event === "timer" || border.event === "message" || !border.interrupting) {
    building.refuse(
      border,
      `A ${border.event === "timer" ? "clock" : "message"} stands at a step that is done by itself and takes no time.`,
      "the event at a user task or a receive task.",
    );
    return [];
  }
  const label = labelOf(border);
  const question = building.stubs.question(label, label, "yes or no", [
    `In the process: an ${border.event} at “${labelOf(border.host ?? border)}”.`,
  ]);
  return [`when ${question} is yes go to ${building.after(border)}`];
}

/** A timer in the middle of a way. */
function pause(building: Building, node: Node, name: string): Place {
  const timer = timerOf(node);
  const next = `go to ${building.after(node)}`;
  if (node.event !== "timer") {
    building.refuse(node, "It waits for nothing that is said.", "a message or timer event.");
    return stage(name, node, [], [next]);
  }
  if (timer.kind === "day") return stage(name, node, commentsOf(node), [`wait until ${timer.day}`, next]);
  if (timer.kind === "rhythm") {
    building.refuse(node, "A timer in the middle of a way that comes again and again.", "a timer with one length.");
    return stage(name, node, [], [next]);
  }
  if (timer.kind === "expression" && timer.isDay) {
    const day = building.stubs.question(`${labelOf(node)} day`, labelOf(node), "date", [
      `The day is worked out by another system: ${timer.words}`,
    ]);
    return stage(name, node, commentsOf(node), [`wait until ${day}`, next]);
  }
  const length = lengthOf(building, node);
  return stage(name, node, commentsOf(node), [...(length === undefined ? [] : [`wait ${length}`]), next]);
}

/** A message that is waited for: until its time is over. */
function hear(building: Building, node: Node, name: string): Place {
  const news = building.stubs.announcement(node, labelOf(node));
  const lines: string[] = [];
  let bound: string | undefined;
  for (const border of node.borders) {
    building.seen.add(border);
    if (border.event !== "timer" || !border.interrupting) {
      if (border.interrupting)
        building.refuse(
          border,
          "Two things are waited for in one step, and each leads elsewhere.",
          "an event-based gateway with one event for each.",
        );
      else refuseBeside(building, border);
    } else if (bound !== undefined)
      building.refuse(border, "A second timer would end the same step.", "one interrupting timer.");
    else bound = `within ${lengthOf(building, border) ?? "30 days"} otherwise go to ${building.after(border)}`;
  }
  if (bound === undefined) lines.push("# The process waits without limit; a case may not. Say here how long.");
  lines.push(
    `wait for ${news} ${bound ?? `within 30 days otherwise go to ${building.nobodyAnswered}`}`,
    `go to ${building.after(node)}`,
  );
  return stage(name, node, commentsOf(node), lines);
}

/** Whatever comes first: one message with a time limit is waited for; of several, somebody records which came. */
function choice(building: Building, node: Node, name: string): Place {
  const events = node.outgoing.map(({ to }) => to);
  for (const one of events) {
    building.seen.add(one);
    const isMessage = one.event === "message" || one.kind === "receiveTask";
    if (!(isMessage || one.event === "timer") || one.incoming.length > 1 || one.borders.length > 0)
      building.refuse(
        one,
        "Behind an event-based gateway stands something else than one message or one timer.",
        "a message event, a receive task or a timer event, each with one flow to it.",
      );
  }
  const timers = events.filter(({ event }) => event === "timer");
  const messages = events.filter(({ event }) => event !== "timer");
  const [timer, second] = timers;
  if (second) building.refuse(second, "Two timers wait at once; the shorter one always comes first.", "one timer.");
  const length = timer ? lengthOf(building, timer) : undefined;
  if (timer && length === undefined)
    building.refuse(
      timer,
      "A day or a rhythm cannot bound what is waited for here.",
      "a timer with a length, such as P14D.",
    );
  const late = timer ? building.after(timer) : building.nobodyAnswered;
  const within = `within ${length ?? "30 days"} otherwise go to ${late}`;
  const [only] = messages;
  if (only && messages.length === 1) {
    const news = building.stubs.announcement(only, labelOf(only));
    return stage(name, only, commentsOf(node), [`wait for ${news} ${within}`, `go to ${building.after(only)}`]);
  }
  if (messages.length === 0 && timer)
    return stage(name, timer, [], [...(length === undefined ? [] : [`wait ${length}`]), `go to ${late}`]);
  const fromApplicant = messages.every((one) => [...one.pools].some((pool) => building.stubs.isApplicantPool(pool)));
  const by = fromApplicant ? "applicant" : building.stubs.role(node);
  const used = new Set<string>();
  const actions = messages.flatMap((one) => actionTo(building.after(one), labelOf(one), used, []));
  const comments = fromApplicant
    ? []
    : ["The process waits for one of these messages; here somebody records which one came."];
  return stage(name, node, [...comments, ...commentsOf(node)], [...actions, `finish ${within}`], by);
}
