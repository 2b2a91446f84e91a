// The first item of a list that an example does not give: plain answers of each kind, as a row of its own. Judges nothing; whoever takes it plays it.
import type { Value } from "#contract/facts.ts";
import { wordOf } from "../../model/line.ts";
import type { Datum } from "../../model/model.ts";
import type { Type } from "../../model/shapes.ts";
import type { Stage } from "./stage.ts";
import { valueWritten } from "./written-value.ts";

/** An item as it is given, and the two rows that give it. */
export interface NewItem {
  readonly item: Readonly<Record<string, Value>>;
  readonly heading: string;
  readonly row: string;
}

/** Lists that people fill in, and that stand in no other. */
export function listsToFill({ model }: Stage): Datum[] {
  return model.data.filter(
    ({ from, item, line }) =>
      from === "repeat" && item === undefined && line !== undefined && wordOf(line) === "repeat",
  );
}

/** One item whose yes or no answers are all `says`; undefined when none of its answers can be written. */
export function newItem(stage: Stage, list: Datum, on: string, says: boolean): NewItem | undefined {
  const parts = stage.model.data.filter(
    ({ from, item, rule }) => from === "question" && rule === undefined && item?.list.join(".") === list.path.join("."),
  );
  const cells = parts.flatMap(({ path, said, type }) => {
    const value = type && plainValue(stage, type, on, says);
    const written = type && value !== undefined ? valueWritten(stage, type, value) : undefined;
    const [key, ...more] = path;
    if (value === undefined || written === undefined || key === undefined || more.length > 0) return [];
    return [{ key, name: said.split("'s ").at(-1) ?? said, value, written }];
  });
  if (cells.length === 0) return undefined;
  return {
    item: { id: "1", ...Object.fromEntries(cells.map(({ key, value }) => [key, value])) },
    heading: `| ${cells.map(({ name }) => name).join(" | ")} |`,
    row: `| ${cells.map(({ written }) => written).join(" | ")} |`,
  };
}

/** Dates lie a year before the application; numbers are one. */
function plainValue({ service }: Stage, type: Type, on: string, says: boolean): Value | undefined {
  switch (type.kind) {
    case "yes-or-no":
      return says;
    case "one-of":
      return service.lists[type.list ?? ""]?.options[0]?.value;
    case "date":
      return `${Number(on.slice(0, 4)) - 1}-01-01`;
    case "whole-number":
    case "number":
      return 1;
    case "text":
      return "One";
    case "full-name":
      return "Jo Smith";
    default:
      return undefined;
  }
}
