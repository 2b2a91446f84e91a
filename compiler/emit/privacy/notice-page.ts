// Emits privacy.<language>.html: the privacy notice as one plain page, without script or style of its own, ready to be put into any website.
import type { Notice, NoticeChapter } from "#contract/notice.ts";
import { isRightToLeft } from "#support/words.ts";

/** The page of a notice in its language. */
export function emitNoticePage({ title, chapters }: Notice, tag: string): string {
  return `<!doctype html>
<html lang="${escapeText(tag)}" dir="${isRightToLeft(tag) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeText(title)}</title>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${chapters.map(renderChapter).join("\n")}
</main>
</body>
</html>
`;
}

function renderChapter({ heading, lines, groups = [] }: NoticeChapter): string {
  const parts = groups.map((group) => `<h3>${escapeText(group.heading)}</h3>\n${renderLines(group.lines)}`);
  return [`<h2>${escapeText(heading)}</h2>`, ...(lines.length > 0 ? [renderLines(lines)] : []), ...parts].join("\n");
}

function renderLines(lines: readonly string[]): string {
  const [only, ...more] = lines.map(escapeText);
  if (only !== undefined && more.length === 0) return `<p>${only}</p>`;
  return `<ul>\n${lines.map((line) => `<li>${escapeText(line)}</li>`).join("\n")}\n</ul>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
