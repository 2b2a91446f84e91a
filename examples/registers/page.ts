// The few plain HTML pages that the example servers show: escaping and one frame. No scripts, no style of Formwork's own:
// they are other organisations' pages, and they must work in any browser.

/** Text that is already HTML. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** HTML in which every filled-in text is escaped, unless it is Html itself; lists are joined. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return new Html(parts.reduce((text, part, index) => text + render(values[index - 1] ?? "") + part));
}

function render(value: string | number | Html | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "string" || typeof value === "number") return escapeText(String(value));
  return value.map((part) => part.text).join("");
}

function escapeText(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character);
}

/** What a page needs beside its body. */
export interface Page {
  readonly title: string;
  /** Whose page it is, in the bar at the top. */
  readonly organisation: string;
  /** Said in the bar, so that nobody takes a test system for a real one. */
  readonly notice: string;
  /** One colour by which the organisations are told apart, "#1d4f3f". */
  readonly colour: string;
  readonly body: Html;
}

/** The headers every page is sent with: nothing from outside, no frames, forms wherever the flow leads. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** A whole page as text. */
export function renderPage(page: Page): string {
  return `<!doctype html>${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${page.title} - ${page.organisation}</title><style>${new Html(style(page.colour))}</style></head>
<body><a class="skip" href="#main">Skip to main content</a><header><div><strong>${page.organisation}</strong><span>${page.notice}</span></div></header>
<main id="main" tabindex="-1">${page.body}</main></body></html>`.text
  }`;
}

function style(colour: string): string {
  return `:root{color-scheme:light dark;--brand:${colour};--ink:#1b1f24;--soft:#55606b;--line:#c9d0d6;--paper:#fff;--ground:#f2f4f6;--link:${colour}}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#a9b3bc;--line:#3a434b;--paper:#1b2127;--ground:#12161a;--link:#9fd0e8}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
.skip{position:absolute;left:-999rem}.skip:focus{position:static;display:block;padding:.5rem 1rem}
header{background:var(--brand);color:#fff}header div{max-width:46rem;margin:auto;padding:.8rem 1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}
header strong{font-size:1.2rem}header span{font-size:.95rem}
main{max-width:46rem;margin:1.5rem auto;padding:1.5rem 1.25rem 2rem;background:var(--paper);border:1px solid var(--line);border-radius:4px}main:focus{outline:none}
@media(max-width:47rem){main{margin:0;border-width:0 0 1px;border-radius:0}}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .75rem}h2{font-size:1.2rem;margin:1.75rem 0 .25rem}p{margin:.5rem 0}.soft{color:var(--soft)}.amount{font-size:2.6rem;font-weight:650;margin:.25rem 0 0;font-variant-numeric:tabular-nums}
a{color:var(--link)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.5rem;margin:1rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}@media(max-width:34rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.4rem;border-radius:4px;border:2px solid var(--link);background:var(--brand);color:#fff;cursor:pointer}
button.second{background:transparent;color:var(--link);border-color:var(--link)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}.people{list-style:none;margin:.75rem 0 0;padding:0}.people li{border-top:1px solid var(--line)}.people li:last-child{border-bottom:1px solid var(--line)}
.people button{all:unset;box-sizing:border-box;display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:0 1.5rem;width:100%;padding:.8rem .5rem;cursor:pointer}.people button:hover{background:var(--ground)}.people button:hover .name{text-decoration-thickness:3px}.people button:focus-visible{outline:3px solid var(--ink);outline-offset:-3px}
.people .name{font-weight:650;color:var(--link);text-decoration:underline;text-underline-offset:.15em}.people small{display:block;font-size:.95rem;color:var(--soft)}@media(max-width:34rem){.people button{grid-template-columns:1fr}}
.box{border:1px solid var(--line);border-left:6px solid var(--brand);padding:.75rem 1rem;margin:1rem 0}
.messages{list-style:none;margin:1rem 0 0;padding:0}.messages li{border-top:1px solid var(--line);padding:.7rem 0}.messages li:last-child{border-bottom:1px solid var(--line)}.messages a{font-weight:650;display:inline-block;min-height:1.5rem}.messages span{display:block;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:1rem 0 0}`;
}
