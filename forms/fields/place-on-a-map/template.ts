// A place: its coordinates as any map gives them, and words that help to find it.
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";

export function placeOnAMap(view: FieldView): TemplateResult {
  const { setting, field } = view;
  const { words } = setting;
  const [coordinates, address] = [`${field.path}:coordinates`, `${field.path}:address`];
  const hint = `${coordinates}-hint`;
  return grouped(
    view,
    html`<div class="field plain"><label for=${coordinates}>${words.coordinates}</label><p class="hint small" id=${hint}>${words.coordinatesHint}</p><input
      class="input w-half" id=${coordinates} name=${coordinates} type="text" autocomplete="off" spellcheck="false" aria-describedby=${hint}
      aria-invalid=${wrongState(view, coordinates)} .value=${textOf(view, ":coordinates")}></div>
      <div class="field plain"><label for=${address}>${words.addressOrWords} <span class="optional">${words.optional}</span></label><input
      class="input" id=${address} name=${address} type="text" autocomplete="street-address"
      aria-invalid=${wrongState(view, address)} .value=${textOf(view, ":address")}></div>`,
  );
}
