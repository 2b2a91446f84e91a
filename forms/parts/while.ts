// Parts that stand on a page only while one of some states holds. All are written; the form's element shows and hides them. What is away
// takes no part in the form: it is not shown, not read out, and its controls are not sent.
import { html, type TemplateResult } from "lit";
import type { Content, While } from "./row.ts";

/** A part that stands for any of these states. */
export function whileAny(on: ReadonlySet<string>, states: readonly string[]): While {
  return { states: states.join(" "), away: !states.some((state) => on.has(state)) };
}

/** Content that comes and goes, with the controls in it; content that always stands there is left as it is. */
export function onlyWhile(shown: While | undefined, content: Content): Content {
  return shown ? comingAndGoing(shown, content) : content;
}

/** A disabled fieldset keeps its controls from being sent; it has no part in what a screen reader says. */
function comingAndGoing({ states, away }: While, content: Content): TemplateResult {
  return html`<fieldset class="field" role="none" data-while=${states} ?hidden=${away} ?disabled=${away}>${content}</fieldset>`;
}

/** Words that come and go. */
export function wordsWhile({ states, away }: While, words: Content): TemplateResult {
  return html`<span data-while=${states} ?hidden=${away}>${words}</span>`;
}

/** Words that change while one fills in the page; `name` is how the element finds them. Others are left as they are. */
export function saying(name: string | false | undefined, words: string): Content {
  return name ? html`<span data-say=${name}>${words}</span>` : words;
}
