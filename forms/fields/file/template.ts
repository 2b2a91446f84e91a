// A native file input, never redrawn. What was given already is named above it; the element adds progress.
import { html, nothing, type TemplateResult } from "lit";
import type { Field } from "#contract";
import type { FileAnswer } from "#contract/facts.ts";
import type { Setting } from "../../journey/shapes.ts";
import { describedBy, type FieldView, labelled } from "../../parts/field.ts";
import { mark } from "../../parts/mark.ts";
import { filesOf } from "../files/answer.ts";
import { kindsText, sizeText } from "./answer.ts";
import { dateGroup } from "./date-group.ts";

/** "PDF, JPG or PNG, up to 10 MB. A photo of it is fine." */
export function fileHint(accept: Field["accept"], { words, language }: Setting): string {
  if (!accept || accept.extensions.length === 0) return words.fileHintAny;
  return words.fileHint({ kinds: kindsText(accept, words), size: sizeText(accept.maxBytes, language) });
}

/** The box around the native input. */
export function uploadBox(control: UploadControl): TemplateResult {
  const { id, given, words } = control;
  return html`<div class="upload" data-upload=${id}>
    ${given.map((file) => html`<p class="given">${mark("file")}<span>${words.fileGiven} <b>${file.name}</b>. ${control.many ? nothing : words.fileReplace}</span></p>`)}
    <input type="file" id=${id} name=${id} ?multiple=${control.many} accept=${control.accept ?? nothing} aria-describedby=${control.described} aria-invalid=${control.wrong ? "true" : nothing}>
    ${
      control.many
        ? given.map(
            (file) =>
              html`<label class="choice declare"><input type="checkbox" name=${`${id}:remove`} value=${file.id}><span>${words.fileRemove({ name: file.name })}</span></label>`,
          )
        : nothing
    }
  </div>`;
}

/** What the box needs to know. */
export interface UploadControl {
  readonly id: string;
  readonly given: readonly FileAnswer[];
  readonly many: boolean;
  readonly accept?: string;
  readonly described: string | typeof nothing;
  readonly wrong: boolean;
  readonly words: Setting["words"];
}

/** The upload; with the date on the document in a group of their own, where it is asked. */
export function withDateParts(view: FieldView, upload: TemplateResult): TemplateResult {
  return labelled(view, upload, dateGroup(view));
}

/** A template for one file or many. */
export function fileTemplate(many: boolean): (view: FieldView) => TemplateResult {
  return (view) => {
    const { path, field, value } = view.field;
    const shown: FieldView = {
      ...view,
      kindHint: [view.field.hint, fileHint(field.accept, view.setting)].filter(Boolean).join(" "),
    };
    const accept = field.accept?.extensions.map((extension) => `.${extension}`).join(",");
    return withDateParts(
      shown,
      uploadBox({
        id: path,
        given: filesOf(value),
        many,
        ...(accept ? { accept } : {}),
        described: describedBy(shown),
        wrong: view.problem !== undefined,
        words: view.setting.words,
      }),
    );
  };
}

export const file = fileTemplate(false);
