// Words of the language that stand where the author's names could: languages, days of the week, levels of sign-in, ways to send a message.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { builtInRoles } from "../../model/names/built-in.ts";
import { layouts } from "../../model/service/document.ts";
import { languageNames } from "../../model/words/languages.ts";
import type { Form } from "../../syntax/form.ts";

const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const levels = "low substantial high".split(" ");
const files = "pdf jpg png docx odt".split(" ");
const channels = "email letter text-message".split(" ");
const spans = "week month quarter year".split(" ");

/** By the form's first word and the word in front of the slot. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  ["languages languages", languageNames],
  ["words words", languageNames],
  ["working are", weekdays],
  ["signs level", levels],
  ["sign level", levels],
  ["invite level", levels],
  ["accept accept", files],
  ["message by", channels],
  ["count each", spans],
  ["publish each", spans],
  ["pay each", spans],
  ["layout layout", layouts],
  ["count count", ["applications"]],
  ["count by", ["outcome"]],
  ["applicant a", ["person", "business"]],
  ["applicant an", ["organisation"]],
  ["may by", builtInRoles],
  ["then then", ["applicant"]],
  ["time from", ["sent"]],
  ["time to", ["decided"]],
  ["lawful basis", ["public-task", "consent", "contract", "legal-obligation", "vital-interests"]],
  ["sensitive sensitive", ["health", "ethnicity", "religion", "politics", "sexuality", "criminal-record"]],
  ["special category", ["health", "ethnicity", "religion", "politics", "sexuality", "criminal-record"]],
]);

/** The fixed words for the slot behind `before` in a line of this form. */
export function fixedWords(form: Form, before: string): CompletionItem[] {
  const first = form.items[0]?.kind === "word" ? form.items[0].word : "";
  return (words.get(`${first} ${before}`) ?? []).map((label) => ({ label, kind: CompletionItemKind.Constant }));
}
