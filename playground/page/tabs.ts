// A row of tabs and the panel of the chosen one, after the ARIA pattern: arrows move between tabs, Tab goes into the panel.
import { html, type TemplateResult } from "lit";

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly words: string;
}

/** Tabs in a row; `panel` is the id of what they show. */
export function tabRow<Name extends string>(
  label: string,
  tabs: readonly Tab<Name>[],
  chosen: Name,
  panel: string,
  onChoose: (name: Name) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = tabs[(next + tabs.length) % tabs.length];
    if (!to) return;
    onChoose(to.name);
    const row = event.currentTarget;
    if (row instanceof HTMLElement) row.querySelector<HTMLElement>(`[data-tab="${CSS.escape(to.name)}"]`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>${tabs.map(
    (tab) =>
      html`<button type="button" role="tab" id=${`${panel}-${tab.name}`} data-tab=${tab.name} aria-controls=${panel}
        aria-selected=${tab.name === chosen ? "true" : "false"} tabindex=${tab.name === chosen ? 0 : -1}
        @click=${() => onChoose(tab.name)}>${tab.words}</button>`,
  )}</div>`;
}
