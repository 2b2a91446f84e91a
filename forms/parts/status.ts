// A status: a mark and a word.
import { html, type TemplateResult } from "lit";
import { mark } from "./mark.ts";
import type { MarkName } from "./marks.ts";

/** `tone` adds a colour to what mark and word already say. */
export function status(
  name: MarkName,
  text: string,
  tone: "" | "act" | "time" | "late" | "done" | "soft" = "",
): TemplateResult {
  return html`<span class=${tone ? `status ${tone}` : "status"}>${mark(name)}${text}</span>`;
}
