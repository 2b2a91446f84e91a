// Until when one stays signed in, as a line under the form. Without scripts it is that line and nothing else; the form's
// element turns it into a notice shortly before, which can be put off and never takes the focus.
import { html, type TemplateResult } from "lit";
import { whenText } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import type { SessionEnd } from "../render/page-view.ts";

/** The line; what the element needs stands in its data, the time as milliseconds from now, for clocks differ. */
export function sessionEnd({ endsAt, keepAt, signInAt }: SessionEnd, setting: Setting, zone: string): TemplateResult {
  const lasts = Math.max(0, Date.parse(endsAt) - Date.parse(setting.instant));
  return html`<div class="session-end" id="session-end" data-lasts=${lasts} data-keep=${keepAt} data-sign-in=${signInAt}><p class="soft small">${setting.words.signedInUntil({ when: whenText(endsAt, setting, zone) })}</p></div>`;
}
