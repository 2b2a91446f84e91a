// Which question opens under which choice of another question on the same page: those whose only condition is that choice.
import type { Service } from "#contract";
import type { JourneyField, JourneyPage } from "../journey/shapes.ts";

/** The choice that opens a question. */
export interface Opening {
  readonly opener: JourneyField;
  /** The value of the radio: "yes", "no", the option's name. */
  readonly choice: string;
}

/** The opening of a field, when it stands under another question's choice. */
export function openingOf(service: Service, page: JourneyPage, field: JourneyField): Opening | undefined {
  const rule = field.field.showWhen === undefined ? undefined : service.rules[field.field.showWhen];
  const condition = rule?.expression;
  if (condition?.op !== "is" || condition.left.op !== "fact" || condition.right.op !== "literal") return undefined;
  const path = condition.left.path.join(".");
  const opener = page.fields.find((one) => one.field.path.join(".") === path && isRadios(one));
  const { value } = condition.right;
  if (!opener || opener === field) return undefined;
  return { opener, choice: typeof value === "boolean" ? (value ? "yes" : "no") : String(value) };
}

function isRadios(field: JourneyField): boolean {
  return field.field.type.kind === "yes-or-no" || (field.field.type.kind === "one-of" && field.options.length < 8);
}
