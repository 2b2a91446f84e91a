// Steps that are done several times at once: by so many people, or once for each item of a list.

import { attribute, childrenOf } from "../elements.ts";
import type { Node } from "../graph.ts";
import { type Building, labelOf } from "./building.ts";

export type Many =
  | { readonly kind: "people"; readonly count: number }
  | { readonly kind: "each"; readonly label: string };

/** How often a step is done at once; undefined: once. */
export function listIn(building: Building, node: Node): Many | undefined {
  const [many] = childrenOf(node.element, "multiInstanceLoopCharacteristics");
  if (!many) return undefined;
  if (attribute(many, "isSequential") === "true") {
    building.refuse(
      node,
      "It is done several times one after the other; a stage is done by several people at the same time.",
      "the marker for several at the same time, or a flow back to the step.",
    );
    return undefined;
  }
  const count = /^\D*(\d{1,3})\D*$/.exec(childrenOf(many, "loopCardinality")[0]?.text ?? "")?.[1];
  const times = Number(count ?? 0);
  if (times >= 2) return { kind: "people", count: times };
  const list = [...many.attributes].find(([key]) => /(collection|inputCollection)$/.test(key))?.[1];
  return { kind: "each", label: (list ?? "").replace(/^[$#=]?\{?|\}$/g, "").trim() || `items of ${labelOf(node)}` };
}
