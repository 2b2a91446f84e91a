// One problem as a card: what is wrong, what we think was meant, the edit as a button. Words come from the compiler's catalogue.
import type { Fix, Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, type TemplateResult } from "lit";
import { isQuestion } from "./counts.ts";

export interface CardEvents {
  onFix(fix: Fix): void;
  onWhy(problem: Problem, from: HTMLElement): void;
  /** Leads to the place in the text. */
  onPlace(problem: Problem): void;
}

/** What the severity means for the author, in words: colour and shape are never alone. */
export const severityWords: Readonly<Record<Problem["severity"], string>> = {
  stop: "To mend before this works",
  check: "To mend before this goes live",
  tip: "A question for you",
};

/** The inside of a card. Fixes in the order of the catalogue; the first is the filled button when it is the only one. */
export function cardBody(problem: Problem, events: CardEvents): TemplateResult {
  return html`<p class="t">${mark(isQuestion(problem) ? "ask" : "problem")}<span>${withNames(problem.title)}</span></p>
    ${problem.explanation.filter((line) => line.trim() !== "").map((line) => html`<p>${withNames(line)}</p>`)}
    <div class="buttons">
      ${problem.fixes.map(
        (fix, index) =>
          html`<button type="button" class="button small ${index > 0 || isQuestion(problem) ? "second" : ""}"
            @click=${() => events.onFix(fix)}><span>${withNames(fixWords(fix))}</span></button>`,
      )}
      <button type="button" class="plainbutton small" aria-haspopup="dialog"
        @click=${(event: MouseEvent) => event.currentTarget instanceof HTMLElement && events.onWhy(problem, event.currentTarget)}
        >Why?<span class="out-of-sight"> ${problem.code}: ${problem.title}</span></button>
      <span class="code-number">${problem.code}</span>
    </div>`;
}

/** A button begins with a capital letter; the catalogue writes fixes in small letters, as in "change keepr to keeper". */
export function fixWords(fix: Fix): string {
  return fix.title.charAt(0).toUpperCase() + fix.title.slice(1);
}

/**
 * Names in messages are set apart by two spaces ("change  keepr  to  keeper"), which a terminal needs. A card sets them in mono
 * instead. Between two names stands at least one word; what follows the last name may be only a mark: "Did you mean  hint ?".
 */
export function withNames(words: string): TemplateResult {
  const pieces = words.split(/ {2,}/);
  if (pieces.length === 1) return html`${words}`;
  return html`${pieces.map((piece, index) => {
    if (index % 2 === 0) return piece;
    const [, name = piece, mark = ""] = /^(.*?) ?([?.,:]?)$/.exec(piece) ?? [];
    return html` <code>${name}</code>${mark}${index < pieces.length - 1 ? " " : ""}`;
  })}`;
}
