// The type of what a text does not say the type of: calculations and table results, as the model works them out. Builds the model only
// when somebody asks about such a name.
import { buildModel } from "../model/build-model.ts";
import { parseTree } from "../syntax/parse.ts";
import { textsOf } from "./diagnostics.ts";
import type { Found } from "./names/resolve.ts";
import type { Snapshot } from "./snapshot.ts";

/** money, whole number, yes or no … Undefined when it cannot be told, or the name does not belong to a service. */
export function workedOutType(snapshot: Snapshot, { file, mention }: Found): string | undefined {
  if (file.head?.kind !== "service" || mention.kinds[0] !== "data") return undefined;
  const trees = textsOf(snapshot, file).map((text) => parseTree(text.file, text.text).tree);
  const main = trees.find((tree) => tree.file === file.file);
  const model = main && buildModel(main, trees);
  const datum = model?.data.find(({ said, from }) => said === mention.name && from === "rule");
  return datum?.type?.kind.replaceAll("-", " ");
}
