// A box to tick: a declaration beside the author's statement, or a signature beside the name of who signs.
import { html, nothing, type TemplateResult } from "lit";
import { whenText } from "../journey/setting.ts";
import type { AnswerProblem, Confirmation, Setting } from "../journey/shapes.ts";
import { problemPlace } from "./problem.ts";
import type { Content } from "./row.ts";
import { saying } from "./while.ts";

/** What a box is shown with; the time zone is the service's. */
export interface ConfirmationView {
  readonly problem: AnswerProblem | undefined;
  readonly setting: Setting;
  readonly timeZone: string;
  /** The author's words before a declaration. */
  readonly prose: Content;
  /** The statement holds a value that changes while the page is filled in. */
  readonly live?: boolean;
}

/** The box, required: its problem stands between statement and box, as with any question. */
export function confirmationBox(part: Confirmation, view: ConfirmationView): TemplateResult {
  const { problem, setting } = view;
  const described = part.kind === "signature" ? `${part.path}-hint ${part.path}-problem` : `${part.path}-problem`;
  return html`<div class=${problem ? "field wrong" : "field"} data-field=${part.path}>
    ${part.kind === "declaration" ? view.prose : signatureHint(part, view)}
    ${problemPlace(`${part.path}-problem`, problem?.message, setting.words)}
    <label class="choice declare"><input type="checkbox" id=${part.path} name=${part.path} value="yes" ?checked=${part.given} aria-required="true" aria-describedby=${described} aria-invalid=${problem ? "true" : nothing}><span>${saying(view.live && `${part.path}:title`, statementOf(part, setting))}</span></label>
  </div>`;
}

function statementOf(part: Confirmation, { words }: Setting): string {
  if (part.kind === "declaration") return part.statement;
  return part.signer === undefined ? words.signHere : words.signAs({ name: part.signer });
}

function signatureHint(
  part: Extract<Confirmation, { kind: "signature" }>,
  { setting, timeZone }: ConfirmationView,
): Content {
  const { words } = setting;
  const when = part.at === undefined ? "" : ` ${words.signedAt({ when: whenText(part.at, setting, timeZone) })}.`;
  return html`<p class="hint" id=${`${part.path}-hint`}>${words.signText}${when}</p>`;
}

/** How a box is shown. */
export type ConfirmationContent = typeof confirmationBox;
