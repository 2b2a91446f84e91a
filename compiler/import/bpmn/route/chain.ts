// Steps that nobody does and that follow each other are one stage, or the lines of the outcome that they lead to.
import type { Node } from "../graph.ts";

const kinds: ReadonlySet<string> = new Set([
  "serviceTask",
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "callActivity",
]);

/** Done by itself: nobody works and nothing is waited for. */
export function isByItself(node: Node): boolean {
  return kinds.has(node.kind) || (node.kind === "intermediateThrowEvent" && node.event === "message");
}

/** The steps from this one on that are done one after the other in one stage. */
export function chainFrom(node: Node): Node[] {
  const chain = new Set([node]);
  for (let last: Node = node; last.borders.length === 0; ) {
    const next = only(last);
    if (!next || !isByItself(next) || next.borders.length > 0 || next.pools.size > 0 || chain.has(next)) break;
    chain.add(next);
    last = next;
  }
  return [...chain];
}

/** The one step behind, where nothing else leads to it. */
function only(node: Node): Node | undefined {
  const [flow, ...more] = node.outgoing;
  return flow && more.length === 0 && flow.to.incoming.length === 1 ? flow.to : undefined;
}

/** The end event of a chain that leads to nothing else: its lines are the outcome's. */
export function endOfChain(node: Node): Node | undefined {
  if (!isByItself(node) || isCheckElsewhere(node)) return undefined;
  const chain = chainFrom(node);
  const last = chain.at(-1);
  const end = last && last.borders.length === 0 ? only(last) : undefined;
  if (end?.kind !== "endEvent" || end.scope.host) return undefined;
  const isAlone = end.scope.nodes.every((one) => one === end || one.kind !== "endEvent" || one.name !== end.name);
  return isAlone && end.event !== "error" && end.event !== "escalation" ? end : undefined;
}

/** A service task that talks to another agency is a check there. */
export function isCheckElsewhere(node: Node): boolean {
  return node.kind === "serviceTask" && node.pools.size > 0;
}
