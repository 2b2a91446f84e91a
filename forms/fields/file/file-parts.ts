// What stands under an upload. A flat table: the form's script of a service leaves out what its text has not.
import type { nothing, TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { dateGroup } from "./date-group.ts";

/** How each is shown; on the server all of them are there. */
export const fileParts: { readonly dated?: (view: FieldView) => TemplateResult | typeof nothing } = {
  dated: dateGroup,
};
