// A whole HTML document around rendered parts. Everything from outside is escaped here; links only to given addresses,
// no inline script and no inline style, so that the strictest content policy holds.
import { isRightToLeft } from "#support/words.ts";
import { sprite } from "../parts/marks.ts";
import type { Surroundings } from "./page-view.ts";
import { toText } from "./to-text.ts";

/** What a document is made of: parts that are HTML already, and words that are not. */
export interface DocumentParts {
  readonly title: string;
  /** Rendered HTML of header, main and footer. */
  readonly header: string;
  readonly main: string;
  readonly footer: string;
  readonly bodyClass?: string;
  readonly mainClass: string;
  /** Data for the form's element: any value that JSON holds. */
  readonly data?: unknown;
}

/** The drawings of all marks: the same on every page, so rendered once. */
const spriteText = toText(sprite()).replace(/<!--.*?-->/g, "");

/** The document as text. */
export function documentText(around: Surroundings, parts: DocumentParts): string {
  const direction = isRightToLeft(around.language) ? "rtl" : "ltr";
  const fonts = (around.fonts ?? [])
    .map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${escapeText(href)}">`)
    .join("");
  const styles = around.styles
    .map((href) => `<link rel="stylesheet" href="${escapeText(href)}"${integrityText(around, href)}>`)
    .join("");
  const icon = around.icon ? `<link rel="icon" href="${escapeText(around.icon)}">` : "";
  const script = [around.script, around.framed?.script]
    .flatMap((src) => src ?? [])
    .map((src) => `<script type="module" src="${escapeText(src)}"${integrityText(around, src)}></script>`)
    .join("");
  const framed = around.framed ? ` data-framed="${escapeText(around.framed.within)}"` : "";
  const data =
    parts.data === undefined ? "" : `<script type="application/json" id="form-data">${escapeData(parts.data)}</script>`;
  return `<!doctype html>
<html lang="${escapeText(around.language)}" dir="${direction}"${framed}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(parts.title)}</title>
${icon}${fonts}${styles}${script}
</head>
<body${parts.bodyClass ? ` class="${escapeText(parts.bodyClass)}"` : ""}>
${spriteText}${parts.header}
<main class="${escapeText(parts.mainClass)}" id="main">${parts.main}</main>
${parts.footer}${data}
</body>
</html>
`;
}

function integrityText({ integrity = {} }: Surroundings, address: string): string {
  const hash = Object.hasOwn(integrity, address) ? integrity[address] : undefined;
  return hash === undefined ? "" : ` integrity="${escapeText(hash)}"`;
}

/** Text and attribute values. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that no parser of HTML can leave. */
function escapeData(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
