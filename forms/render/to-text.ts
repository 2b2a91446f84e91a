// A lit template as HTML text, with the comments that let a browser take the same nodes over.
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { TemplateResult } from "lit";

/** Renders at once; templates of ours never wait for anything. */
export function toText(template: TemplateResult | unknown): string {
  return collectResultSync(render(template));
}
