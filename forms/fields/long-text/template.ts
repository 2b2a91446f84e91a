// Text of several lines. The element adds a live count; without scripts the limit stands in words.
import { html, isServer, nothing, type TemplateResult } from "lit";
import { describedBy, type FieldView, labelled, requiredState, textOf, wrongState } from "../../parts/field.ts";

export function longText(view: FieldView): TemplateResult {
  const { path, field } = view.field;
  const limit = field.musts?.find((must) => must.maxCharacters !== undefined)?.maxCharacters;
  const described = [describedBy(view), limit ? `${path}-count` : nothing].filter((id) => id !== nothing).join(" ");
  const area = html`<textarea
    class="input"
    id=${path}
    name=${path}
    rows="6"
    aria-describedby=${described || nothing}
    aria-invalid=${wrongState(view, path)}
    aria-required=${requiredState(view)}
    data-text=${isServer ? textOf(view) : nothing}
    .value=${textOf(view)}
  ></textarea>`;
  const count = limit
    ? html`<p class="count" id=${`${path}-count`} data-limit=${limit} data-for=${path}>${view.setting.words.charactersAtMost({ count: limit })}</p>`
    : nothing;
  return labelled(view, area, count);
}
