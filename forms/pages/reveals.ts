// Which question opens under which choice of another question beside it: those whose only condition is that choice.
import type { Service } from "#contract";
import type { JourneyField, JourneyPage, JourneyPart, PageJourney } from "../journey/shapes.ts";

/** The choice that opens a question. */
export interface Opening {
  readonly opener: JourneyField;
  /** The value of the radio: "yes", "no", the option's name. */
  readonly choice: string;
}

/** The opening of a field, when it stands under another question's choice. */
export function openingOf(
  { service }: Pick<PageJourney, "service">,
  page: JourneyPage,
  field: JourneyField,
): Opening | undefined {
  const rule = field.field.showWhen === undefined ? undefined : service.rules[field.field.showWhen];
  const condition = rule?.expression;
  if (condition?.op !== "is" || condition.left.op !== "fact" || condition.right.op !== "literal") return undefined;
  const path = condition.left.path.join(".");
  const opener = besides(page.parts, field).find((one) => one.field.path.join(".") === path && isRadios(one, service));
  const { value } = condition.right;
  // A locked value has no choices, and a locked answer stands by itself.
  if (!opener || opener === field || opener.locked || field.locked) return undefined;
  return { opener, choice: typeof value === "boolean" ? (value ? "yes" : "no") : String(value) };
}

/** The questions of the page, or of the group, that the question stands in: one that the author put elsewhere stays there. */
function besides(parts: readonly JourneyPart[], field: JourneyField): readonly JourneyField[] {
  if (parts.includes(field)) return parts.filter((part) => part.kind === "field");
  return parts.flatMap((part) => (part.kind === "group" ? besides(part.parts, field) : []));
}

/** Counted with the choices that the page itself may open: the control does not change while one answers. */
function isRadios({ field, options }: JourneyField, { lists }: Service): boolean {
  if (field.type.kind !== "one-of") return field.type.kind === "yes-or-no";
  const written = field.choicesFrom ? undefined : lists[field.type.list ?? ""]?.options;
  return Math.max(options.length, written?.some((option) => option.showWhen) ? written.length : 0) < 8;
}
