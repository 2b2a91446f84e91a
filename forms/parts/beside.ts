// What stands under a question's own control: the box to tick instead of answering, and the ways a file may come.
import { html, nothing, type TemplateResult } from "lit";
import { howControl, insteadControl } from "../journey/read-beside.ts";
import type { JourneyField, PostedFields, Setting } from "../journey/shapes.ts";

/** The box: its words say for themselves what ticking it means. */
function insteadBox(field: JourneyField, ticked: boolean, { words }: Setting): TemplateResult {
  const id = insteadControl(field);
  return html`<div class="instead"><p class="soft">${words.orInstead}</p><label class="choice"><input type="checkbox" id=${id} name=${id} value="yes" ?checked=${ticked}><span>${field.instead?.label ?? ""}</span></label></div>`;
}

/** How the file comes: uploaded now, or one of the ways that the author allows. */
function waysChoice(field: JourneyField, chosen: string, { words }: Setting): TemplateResult {
  const id = howControl(field);
  const options = [{ how: "now", label: words.howNow }, ...(field.ways?.options ?? [])];
  return html`<fieldset class="field plain ways"><legend class="small">${words.howItComes}</legend><div class="choices">${options.map(
    ({ how, label }) =>
      html`<label class="choice"><input type="radio" id=${`${id}:${how}`} name=${id} value=${how} ?checked=${how === chosen}><span>${label}</span></label>`,
  )}</div></fieldset>`;
}

/** What stands under a question, with what was chosen just now, else before. */
export function besideBox(field: JourneyField, posted: PostedFields | undefined, setting: Setting): TemplateResult {
  const texts = (control: string) => [(posted && Object.hasOwn(posted, control) && posted[control]) || []].flat();
  const isPosted = posted !== undefined && Object.keys(posted).some((name) => name.startsWith(field.path));
  const ticked = isPosted ? texts(insteadControl(field)).includes("yes") : field.instead?.chosen === true;
  const how = isPosted ? texts(howControl(field))[0] : field.ways?.chosen;
  return html`${field.instead ? insteadBox(field, ticked, setting) : nothing}${field.ways ? waysChoice(field, typeof how === "string" ? how : "now", setting) : nothing}`;
}

/** How it is shown. */
export type BesideContent = typeof besideBox;
