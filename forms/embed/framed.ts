// In a page of a form that another website shows in a frame: tells the page around it how high it is, and leads whatever is not part of
// the form out of the frame. Which addresses are part of it stands on the document: data-framed.
import type { FrameMessage } from "./frame-message.ts";

const root = document.documentElement;
const within = root.dataset["framed"] ?? "";

/** Looked at when it is pressed: what is on the page changes while one answers. */
function leadOut({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const link = target.closest<HTMLAnchorElement>("a[href]");
  if (link && isOutside(link.getAttribute("href") ?? "")) link.target = "_top";
  const form = target.closest("form");
  if (form && isOutside(form.getAttribute("action") ?? location.href)) form.target = "_top";
}

/** Links to a place on the page, and to pages of the form, stay. Without a name of the form everything leads out. */
function isOutside(address: string): boolean {
  if (address.startsWith("#")) return false;
  const { origin, pathname } = new URL(address, location.href);
  return within === "" || origin !== location.origin || !(pathname === within || pathname.startsWith(`${within}/`));
}

let page = true;
function tell(): void {
  const height = document.body.getBoundingClientRect().height;
  // Only a height: it may be read by whatever page this server lets frame it.
  const message: FrameMessage = { formworkHeight: height, formworkPage: page };
  parent.postMessage(message, "*");
  page = false;
}

if (parent !== window) {
  addEventListener("click", leadOut, { capture: true });
  addEventListener("submit", leadOut, { capture: true });
  new ResizeObserver(tell).observe(document.body);
  tell();
}
