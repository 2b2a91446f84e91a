// A photo: a native file input that offers pictures, on a telephone its camera too.
import type { TemplateResult } from "lit";
import { describedBy, type FieldView } from "../../parts/field.ts";
import { kindsText, sizeText } from "../file/answer.ts";
import { uploadBox, withDateParts } from "../file/template.ts";
import { filesOf } from "../files/answer.ts";
import { photoAccept } from "./answer.ts";

export function photo(view: FieldView): TemplateResult {
  const { path, field, value, hint } = view.field;
  const { words, language } = view.setting;
  const accept = field.accept ?? photoAccept;
  const kinds = words.photoHint({ kinds: kindsText(accept, words), size: sizeText(accept.maxBytes, language) });
  const shown: FieldView = { ...view, kindHint: [hint, kinds].filter(Boolean).join(" ") };
  return withDateParts(
    shown,
    uploadBox({
      id: path,
      given: filesOf(value),
      many: false,
      accept: "image/*",
      described: describedBy(shown),
      wrong: view.problem !== undefined,
      words,
    }),
  );
}
