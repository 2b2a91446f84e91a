// The frame that shows the form: the very templates of the forms, drawn into a document of its own so that a phone's width is a
// phone's width. Every link and every sent form inside it is caught here and told to the pane; nothing is ever fetched.
import { render, type TemplateResult } from "lit";
import type { PostedFields } from "#journey/shapes.ts";
import { readForm } from "./posted-form.ts";

export interface FrameEvents {
  /** A link to another page of the form: its address. */
  onGo(address: string): void;
  /** A form was sent. */
  onPost(fields: PostedFields): void;
  /** An answer was changed but not sent. */
  onTyped(fields: PostedFields): void;
  /** The focus is on the control with this name. */
  onControl(name: string): void;
}

export interface PreviewFrame {
  /** Draws a page. `fresh`: it is another page than before, so the view begins at its top. */
  draw(page: TemplateResult, language: string, title: string, fresh: boolean): void;
  /** Lights the question with this control name; undefined: none. True when there is one. */
  light(control: string | undefined): boolean;
  /** Moves the focus to the problem summary, as the real form does. */
  focusSummary(): void;
}

/** Addresses of the preview begin with this; nothing answers there, the frame catches them. */
export const previewBase = "/preview";

/** Takes over a frame whose document has loaded. */
export function openPreviewFrame(frame: HTMLIFrameElement, events: FrameEvents): PreviewFrame {
  const page = frame.contentDocument;
  if (!page)
    throw new TypeError("The preview's frame has no document: it must come from the same site as the playground.");
  const fit = (): void => {
    frame.style.blockSize = `${Math.max(160, Math.ceil(page.body.getBoundingClientRect().height))}px`;
  };
  const view = page.defaultView;
  if (view) new view.ResizeObserver(fit).observe(page.body);

  page.addEventListener("click", (event) => {
    const link = closest(event.target, "a");
    if (!link) return;
    const address = link.getAttribute("href") ?? "";
    if (address.startsWith("#")) return focusControl(page, address.slice(1), event);
    event.preventDefault();
    const inside = addressInside(address);
    if (inside !== undefined) events.onGo(inside);
  });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = closest(event.target, "form");
    if (!isForm(form)) return;
    const action = addressInside(form.getAttribute("action") ?? "");
    readForm(form, event.submitter).then(
      (fields) =>
        Object.keys(fields).length === 0 && action?.startsWith("?") ? events.onGo(action) : events.onPost(fields),
      (reason: unknown) => reportError(reason),
    );
  });
  page.addEventListener("change", (event) => {
    const form = closest(event.target, "form");
    if (!isForm(form)) return;
    readForm(form).then(events.onTyped, (reason: unknown) => reportError(reason));
  });
  page.addEventListener("focusin", (event) => {
    const control = closest(event.target, "[name]")?.getAttribute("name");
    if (control) events.onControl(control);
  });

  return {
    draw(template, language, title, fresh) {
      page.documentElement.lang = language;
      page.title = title;
      render(template, page.body, { creationScope: page });
      if (fresh) frame.parentElement?.scrollTo({ top: 0 });
      fit();
    },
    light(control) {
      for (const lit of page.querySelectorAll(".here-in-preview")) lit.classList.remove("here-in-preview");
      const found = control === undefined ? undefined : findControl(page, control);
      const question = found?.closest(".field") ?? found?.closest("fieldset") ?? found;
      question?.classList.add("here-in-preview");
      return question !== undefined && question !== null;
    },
    focusSummary() {
      const summary = page.querySelector<HTMLElement>(".summary");
      summary?.setAttribute("tabindex", "-1");
      summary?.focus();
    },
  };
}

/** A control by its name: the whole of it ("born"), or its first part ("born:day"). */
function findControl(page: Document, name: string): Element | undefined {
  const controls = [...page.querySelectorAll("[name]")];
  return controls.find((control) => {
    const its = control.getAttribute("name") ?? "";
    return its === name || its.startsWith(`${name}:`);
  });
}

function focusControl(page: Document, id: string, event: Event): void {
  event.preventDefault();
  const target = page.getElementById(decodeURIComponent(id));
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}

/** The part of an address behind the base; undefined for addresses that lead out of the form. */
function addressInside(address: string): string | undefined {
  if (address.startsWith("?")) return address;
  if (address === previewBase) return "";
  return address.startsWith(`${previewBase}/`) ? decodeURI(address.slice(previewBase.length + 1)) : undefined;
}

// The frame is another realm with constructors of its own: `instanceof` of this page does not know its elements.
function closest(target: EventTarget | null, selector: string): Element | undefined {
  return isElement(target) ? (target.closest(selector) ?? undefined) : undefined;
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && "closest" in target;
}

function isForm(element: Element | undefined): element is HTMLFormElement {
  return element?.localName === "form";
}
