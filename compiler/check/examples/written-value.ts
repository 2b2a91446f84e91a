// A value as the author would write it in an example. Knows no place where one may stand.
import type { Value } from "#contract/facts.ts";
import { writtenCoins } from "#support/currencies.ts";
import { showValue } from "#support/show-value.ts";
import type { Type } from "../../model/shapes.ts";
import { withoutUnit, writtenDay } from "../proof/example.ts";
import type { Stage } from "./stage.ts";

/** Undefined for kinds that no line can name. */
export function valueWritten({ service }: Stage, type: Type, value: Value): string | undefined {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type.kind === "one-of") return String(value);
  if (type.kind === "text" || type.kind === "full-name") return `"${value}"`;
  if (typeof value === "string" && (type.kind === "date" || type.kind === "date-of-birth")) return writtenDay(value);
  if (typeof value === "object" || type.kind === "time") return undefined;
  if (typeof value === "number" && type.kind === "money") return writtenCoins(value, service.currency);
  return showValue(value, withoutUnit(type), service.languages[0]?.tag ?? "en", service);
}
