// What another person proposed, as the one who confirms it reads it: the action, the reason, what was recorded. Pure.
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Action, Service } from "#contract";
import { showLines } from "#journey/fill.ts";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, Proposal, Task } from "#routing/case.ts";
import { proposalOf } from "#routing/steps/approval.ts";
import { valueAt } from "#support/facts.ts";
import { dayAndTime } from "../portal/days.ts";
import { capital } from "./item-name.ts";

/** A proposal in words. `because` is why it was sent back. */
export interface ProposalView {
  readonly who: string;
  readonly when: string;
  readonly action: string;
  readonly reason?: string;
  readonly because?: { readonly who: string; readonly words: string };
  readonly recorded: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

/** What waits to be confirmed by this task, or was sent back to whoever has it now. */
export function proposalView(service: Service, present: Case, task: Task, setting: Setting): ProposalView | undefined {
  const waiting = proposalOf(present, task);
  const last = (present.proposals ?? []).findLast(({ stage, visit }) => stage === task.stage && visit === task.visit);
  const proposal = waiting ?? (task.check === undefined && last?.state === "sent-back" ? last : undefined);
  if (!proposal) return undefined;
  const stage = service.route?.stages.find(({ name }) => name === proposal.stage);
  const action = stage?.actions.find(({ name }) => name === proposal.action);
  const questions = [...(stage?.questions ?? []), ...(action?.questions ?? [])];
  return {
    who: proposal.by.name ?? "An officer",
    when: dayAndTime(proposal.at, "en", service.timeZone),
    action: labelOf(action, proposal),
    ...(proposal.reason ? { reason: proposal.reason } : {}),
    ...(proposal.because ? { because: { who: proposal.decidedBy?.name ?? "Somebody", words: proposal.because } } : {}),
    recorded: questions.flatMap(({ path, label, type }) => {
      const value = valueAt(proposal.answers, path);
      return value === undefined
        ? []
        : [{ label: wordsIn(label, "en"), lines: showLines(value, type, service, setting) }];
    }),
  };
}

function labelOf(action: Action | undefined, { action: name }: Proposal): string {
  return wordsIn(action?.label, "en") || capital(name.replaceAll("-", " "));
}

/** Above the choices: what is to be confirmed, or why it came back. */
export function renderProposal(proposal: ProposalView | undefined): TemplateResult | typeof nothing {
  if (!proposal) return nothing;
  const { who, when, action, reason, because, recorded } = proposal;
  return html`<div class="field"><h2>${because ? "Sent back" : "To be confirmed"}</h2>
    ${because ? html`<p>${mark("ask")} ${because.who} sent it back: “${because.words}”</p>` : nothing}
    <p><b>${who} proposed: ${action}</b><br><span class="soft small">${when}</span></p>
    ${reason ? html`<p>“${reason}”</p>` : nothing}
    ${recorded.length > 0 ? html`<ul class="proof">${recorded.map(({ label, lines }) => html`<li>${mark("typed")}<span><b>${label}</b> ${lines.join(", ")}</span></li>`)}</ul>` : nothing}</div>`;
}
