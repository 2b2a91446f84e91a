// The marks of the look: drawn once in a sprite on each page, used beside words and hidden from screen readers.
import { html, svg, type TemplateResult } from "lit";

const drawings = {
  arrow: svg`<path d="M12 4.5 6.5 10l5.5 5.5"/>`,
  problem: svg`<path d="M10 1.8 18.2 10 10 18.2 1.8 10z" fill="currentColor"/><path d="M10 6v4.8M10 13.6v.1" stroke="var(--fw-sheet)" stroke-width="2"/>`,
  soon: svg`<path d="M10 1.8 18.2 10 10 18.2 1.8 10z"/><path d="M10 6.8V10l2.2 1.6"/>`,
  ask: svg`<circle cx="10" cy="10" r="7.5"/><path d="M7.8 8.1c.1-1.3 1-2 2.3-2s2.2.8 2.2 1.9c0 1.5-2.2 1.7-2.2 3.2M10.1 13.8v.1"/>`,
  todo: svg`<circle cx="10" cy="10" r="6.5"/>`,
  begun: svg`<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" stroke="none"/>`,
  done: svg`<circle cx="10" cy="10" r="7.25" fill="currentColor"/><path d="m6.8 10.2 2.2 2.2 4.2-4.6" stroke="var(--fw-sheet)" stroke-width="2"/>`,
  decided: svg`<circle cx="10" cy="10" r="6.5" fill="currentColor"/>`,
  now: svg`<circle cx="10" cy="10" r="7"/><circle cx="10" cy="10" r="2.75" fill="currentColor" stroke="none"/>`,
  notyet: svg`<circle cx="10" cy="10" r="6.5"/><path d="M7 10h6"/>`,
  paused: svg`<circle cx="10" cy="10" r="6.5"/><path d="M8.2 7.5v5M11.8 7.5v5"/>`,
  typed: svg`<path d="M6.5 3.5c1.8 0 3.5.5 3.5 2v9c0 1.5-1.7 2-3.5 2M13.5 3.5c-1.8 0-3.5.5-3.5 2M13.5 16.5c-1.8 0-3.5-.5-3.5-2M8 10h4"/>`,
  register: svg`<rect x="3" y="4" width="14" height="12" rx="1"/><path d="M3 8h14M6 11h5M6 13.5h3"/>`,
  identity: svg`<rect x="2.5" y="4" width="15" height="12" rx="1"/><circle cx="7.2" cy="8.8" r="1.7"/><path d="M4.6 13.4c.4-1.5 1.4-2.1 2.6-2.1s2.2.6 2.6 2.1M12 8.5h3M12 11.5h3"/>`,
  earlier: svg`<path d="M4.2 7.4A6.6 6.6 0 1 1 3.4 10M4 3.6v3.9h3.9M10 6.4V10l2.6 1.6"/>`,
  corrected: svg`<path d="M9 16H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v2.5M3 8h9M11.2 16.8l.4-2.3 4.5-4.5 1.9 1.9-4.5 4.5z"/>`,
  worked: svg`<rect x="3" y="3" width="14" height="14" rx="1"/><path d="M6.5 8.2h7M6.5 11.8h7"/>`,
  advice: svg`<path d="M4 3.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-6l-3.5 3.3v-3.3H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z" stroke-dasharray="2.6 2.3"/>`,
  lock: svg`<rect x="4" y="9" width="12" height="8" rx="1"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>`,
  file: svg`<path d="M5 2.5h6.5L15.5 6.5V17a.5.5 0 0 1-.5.5H5a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5z"/><path d="M11.5 2.5v4h4M7.5 10.5h5M7.5 13.5h5"/>`,
  print: svg`<path d="M5.5 7.5v-5h9v5M5.5 14.5h-2a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1h13a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M5.5 12h9v5.5h-9z"/>`,
  search: svg`<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  play: svg`<path d="M6 3.8v12.4L16 10z"/>`,
  law: svg`<path d="M12.8 5.2c-.5-1.4-1.5-2-2.8-2-1.6 0-2.9.9-2.9 2.3 0 2.9 6 2.7 6 6 0 1.3-1.3 2.2-3 2.2M7.2 14.8c.5 1.4 1.5 2 2.8 2 1.6 0 2.9-.9 2.9-2.3 0-2.9-6-2.7-6-6 0-1.3 1.3-2.2 3-2.2"/>`,
} satisfies Record<string, TemplateResult<2>>;

/** The name of a mark. */
export type MarkName = keyof typeof drawings;

/** All drawings, once on the page; `mark` refers to them. */
export function sprite(): TemplateResult {
  const symbols = Object.entries(drawings).map(
    ([name, drawing]) => svg`<symbol id="m-${name}" viewBox="0 0 20 20">${drawing}</symbol>`,
  );
  return html`<svg class="out-of-sight" width="0" height="0" aria-hidden="true"><defs>${symbols}</defs></svg>`;
}
