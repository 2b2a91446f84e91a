// A value that only its register can change: name, value with a padlock, "This is wrong", and where it came from.
import { html, type TemplateResult } from "lit";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { showValue } from "../journey/fill.ts";
import { wordsIn } from "../journey/setting.ts";
import type { JourneyField, PageJourney } from "../journey/shapes.ts";
import { mark } from "../parts/mark.ts";
import { origin, sourceName } from "../parts/origin.ts";
import { onlyThere } from "./why.ts";

/** The row of a locked value. "This is wrong" opens words by its link alone, without scripts. */
export function lockedRow({ service, setting }: PageJourney, field: JourneyField): TemplateResult {
  const { words, language } = setting;
  const text = field.value === undefined ? words.notGiven : showValue(field.value, field.field.type, service, setting);
  const from = field.field.prefill?.source ?? "identity";
  const fromIdentity = from === "identity";
  const source = sourceName(from, service, setting);
  const owner = service.sources[from]?.runBy;
  const agency = wordsIn(service.partners[owner ?? ""]?.title, language) || source;
  const id = `${field.path}-wrong`;
  const value = answerKindOf(field.field.type).code ? html`<span class="code">${text}</span>` : text;
  return html`<dl class="pairs"><div class="row pair lead" id=${field.path} tabindex="-1">
    <dt>${field.label}</dt>
    <dd class="value">${mark("lock")} ${value}</dd>
    <dd class="do"><a href=${`#${id}`}>${words.thisIsWrong}<span class="out-of-sight">${words.thisIsWrongAbout({ label: field.label })}</span></a></dd>
    <dd class="note origin">${
      field.origin
        ? origin(
            field.origin,
            service,
            setting,
            html`${onlyThere(field, setting)}<span class="wrong-words" id=${id} tabindex="-1">${fromIdentity ? words.wrongInIdentity : words.wrongInRegister({ source, agency })}</span>`,
          )
        : html`<span>${onlyThere(field, setting)}</span>`
    }</dd>
  </div></dl>`;
}
