// A value that only where it comes from can change: name, value with a padlock, "This is wrong", and where it came from.
import { html, nothing, type TemplateResult } from "lit";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { showValue } from "../journey/fill.ts";
import type { JourneyField, PageJourney } from "../journey/shapes.ts";
import { filledNote } from "../parts/filled-note.ts";
import { mark } from "../parts/mark.ts";
import type { While } from "../parts/row.ts";
import type { SourceWords } from "../parts/source-sentences.ts";
import { saying } from "../parts/while.ts";

/** The row of a locked value. "This is wrong" opens words by its link alone, without scripts. */
export function lockedRow(
  { service, setting }: PageJourney,
  field: JourneyField,
  said: SourceWords | undefined,
  shown?: While,
  isSaidAnew = false,
): TemplateResult {
  const { words } = setting;
  const text = field.value === undefined ? words.notGiven : showValue(field.value, field.field.type, service, setting);
  const id = `${field.path}-wrong`;
  const value = answerKindOf(field.field.type).code ? html`<span class="code">${text}</span>` : text;
  return html`<dl class="pairs" data-while=${shown?.states ?? nothing} ?hidden=${shown?.away}><div class="row pair lead" id=${field.path} tabindex="-1">
    <dt>${saying(isSaidAnew && `${field.path}:label`, field.label)}</dt>
    <dd class="value">${mark("lock")} ${value}</dd>
    <dd class="do"><a href=${`#${id}`}>${words.thisIsWrong}<span class="out-of-sight">${saying(isSaidAnew && `${field.path}:about`, words.thisIsWrongAbout({ label: field.label }))}</span></a></dd>
    <dd class="note origin">${
      said &&
      filledNote(said, html`${said.onlyThere}<span class="wrong-words" id=${id} tabindex="-1">${said.wrong}</span>`)
    }</dd>
  </div></dl>`;
}
