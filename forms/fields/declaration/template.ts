// A declaration: one box to tick beside the author's statement.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerProblem, JourneyPart, Setting } from "../../journey/shapes.ts";
import { problemLine } from "../../parts/problem.ts";
import { prose } from "../../parts/prose.ts";

/** What a declaration's template is given. */
export interface DeclarationView {
  readonly part: Extract<JourneyPart, { kind: "declaration" }>;
  readonly problem?: AnswerProblem;
  readonly setting: Setting;
}

export function declaration({ part, problem, setting }: DeclarationView): TemplateResult {
  return html`<div class=${problem ? "field wrong" : "field"} data-field=${part.path}>
    ${part.prose ? prose(part.prose) : nothing}
    ${problemLine(`${part.path}-problem`, problem?.message, setting.words)}
    <label class="choice declare"><input type="checkbox" id=${part.path} name=${part.path} value="yes" ?checked=${part.given} aria-describedby=${problem ? `${part.path}-problem` : nothing} aria-invalid=${problem ? "true" : nothing}><span>${part.statement}</span></label>
  </div>`;
}
