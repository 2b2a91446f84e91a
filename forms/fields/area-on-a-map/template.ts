// An area: its corners in one box, one on each line, as any map gives them.
import { html, isServer, nothing, type TemplateResult } from "lit";
import { describedBy, type FieldView, labelled, requiredState, textOf, wrongState } from "../../parts/field.ts";

export function areaOnAMap(view: FieldView): TemplateResult {
  const { path, hint } = view.field;
  const kindHint = [hint, view.setting.words.cornersHint].filter(Boolean).join(" ");
  const shown = { ...view, kindHint };
  return labelled(
    shown,
    html`<textarea class="input" id=${path} name=${path} rows="6" autocomplete="off" spellcheck="false" aria-describedby=${describedBy(shown)} aria-invalid=${wrongState(view, path)} aria-required=${requiredState(view)} data-text=${isServer ? textOf(view) : nothing} .value=${textOf(view)}></textarea>`,
  );
}
