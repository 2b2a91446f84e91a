// The Formwork mark. All other marks are those of the forms: one drawing for one meaning in the whole house.
import { html, svg, type TemplateResult } from "lit";

const holes = [
  [6.7, 6.7, true],
  [13.3, 6.7, true],
  [6.7, 13, true],
  [13.3, 13, false],
  [6.7, 19.3, false],
  [13.3, 19.3, false],
] as const;

/** A board with two by three tie holes, of which 1, 2 and 4 are filled: the braille F. Its name stands beside it. */
export function formworkMark(): TemplateResult {
  return html`<svg viewBox="0 0 20 26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"><rect x="1" y="1" width="18" height="24" rx="1.5"/><g stroke-width="1.3">${holes.map(
    ([x, y, filled]) => svg`<circle cx=${x} cy=${y} r="2" fill=${filled ? "currentColor" : "none"}/>`,
  )}</g></svg>`;
}
