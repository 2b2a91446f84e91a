// What happened and what will, as points down a joint.
import { html, nothing, type TemplateResult } from "lit";

/** One step of a timeline. */
export interface TimelineStep {
  readonly state: "gone" | "now" | "todo";
  readonly title: string;
  readonly when?: string;
}

/** The timeline; `close` sets it closer, for the desk. */
export function timeline(steps: readonly TimelineStep[], close = false): TemplateResult {
  return html`<ol class=${close ? "timeline close" : "timeline"}>${steps.map(
    (step) =>
      html`<li class=${step.state}><h3>${step.title}</h3>${step.when ? html`<p class="when">${step.when}</p>` : nothing}</li>`,
  )}</ol>`;
}
