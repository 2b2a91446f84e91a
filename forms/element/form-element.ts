// The form's element: keeps the server's nodes, checks as one goes, opens and closes questions at once, saves in the
// background. Everything it does the server does too; without it the form is complete.
import type { Rulebook } from "#contract/facts.ts";
import { type PageRead, readPage } from "../journey/read-page.ts";
import type { AnswerProblem } from "../journey/shapes.ts";
import type { FormData as PageData } from "../render/form-data.ts";
import type { FormWords } from "../words/generated/shape.ts";
import { LivePage } from "./live-page.ts";
import { postedOf } from "./posted-of.ts";
import { saveForm, sendForm } from "./send.ts";
import { SessionNotice } from "./session-notice.ts";
import { showPage } from "./show-page.ts";

/** Everything the element is built from. */
export interface FormParts {
  readonly rulebook: Rulebook;
  /** What lets one type in long lists, for services that have some. */
  readonly longLists?: (form: HTMLElement) => void;
  /** The forms' own sentences by language, each a small module. */
  readonly languages: Readonly<Record<string, () => Promise<{ readonly words: FormWords }>>>;
}

/** Milliseconds without a change before answers are saved. */
const quiet = 800;

/** Defines the element of a service under a tag; a tag that is there already stays. */
export function defineForm(tag: string, parts: FormParts): void {
  if (customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      #live: LiveForm | undefined;

      connectedCallback(): void {
        const data = readData();
        const load = data && parts.languages[data.language];
        if (!data || !load) return;
        void load().then((spoken) => {
          if (this.isConnected) this.#live = new LiveForm(this, data, spoken.words, parts);
        });
      }

      disconnectedCallback(): void {
        this.#live?.stop();
      }
    },
  );
}

function readData(): PageData | undefined {
  const text = document.getElementById("form-data")?.textContent;
  return text ? JSON.parse(text) : undefined;
}

/** One page of the form while it is on the screen. */
class LiveForm {
  readonly #element: HTMLElement;
  readonly #data: PageData;
  readonly #words: FormWords;
  readonly #page: LivePage;
  readonly #stopping = new AbortController();
  /** Paths whose problems are shown: left once, or continued from. */
  readonly #left = new Set<string>();
  readonly #lists: (form: HTMLElement) => void;
  readonly #title = document.title;
  readonly #session: SessionNotice | undefined;
  /** A button is held down: nothing may move under the pointer until it is let go. */
  #pressing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Problems only the server can find, until the next change. */
  #told: readonly AnswerProblem[];

  constructor(element: HTMLElement, data: PageData, words: FormWords, { rulebook, longLists }: FormParts) {
    this.#element = element;
    this.#lists = longLists ?? (() => undefined);
    this.#data = data;
    this.#words = words;
    this.#told = data.problems;
    this.#page = new LivePage(data, words, rulebook);
    for (const problem of data.problems) this.#left.add(problem.path);
    this.#session = SessionNotice.of(document, words);
    const { signal } = this.#stopping;
    element.addEventListener("input", (event) => this.#onInput(event), { signal });
    element.addEventListener("change", (event) => this.#onChange(event), { signal });
    element.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
    element.addEventListener("click", (event) => this.#onClick(event), { signal });
    element.addEventListener("pointerdown", (event) => this.#onPress(event), { signal });
    // A browser may have put back what was typed before: the page follows it.
    this.#read();
    element.dataset["live"] = "taken-over";
    if (data.problems.length > 0) this.#focusSummary();
  }

  stop(): void {
    this.#stopping.abort();
    this.#session?.stop();
    clearTimeout(this.#timer);
  }

  #form(): HTMLFormElement | null {
    return this.#element.querySelector("form");
  }

  /** Reads the form as the server would, and shows what follows from it. */
  #read(): void {
    const form = this.#form();
    if (!form) return;
    const read = this.#meaning(form);
    if (read.forged.length > 0) return;
    const now = this.#page.walk(read.draft);
    const problems = [
      ...read.problems,
      ...this.#told.filter((told) => !read.problems.some((one) => one.path === told.path)),
    ];
    const shown = problems.filter((problem) => this.#left.has(problem.path));
    if (now) showPage(form, now, shown, this.#data);
    this.#follow();
  }

  #meaning(form: HTMLFormElement): PageRead {
    const { journey, page } = this.#page.first;
    return readPage({ journey, page, again: (draft) => this.#page.walk(draft)?.page }, postedOf(form));
  }

  #onInput(event: Event): void {
    const control = event.target;
    this.#told = this.#told.filter((problem) => !isNamed(control, problem.path));
    // While one types nothing is found wrong; what is wrong already is let go as soon as it is right.
    const wrong = [...this.#left].some((path) => isNamed(control, path));
    if (wrong || isChoice(control)) this.#read();
    else this.#count();
    this.#saveSoon();
  }

  #onChange(event: Event): void {
    const { target } = event;
    const path = pathAround(target);
    if (path && !isChoice(target) && isLastPart(target)) {
      const typed =
        target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value.trim() : "";
      if (typed !== "") this.#left.add(path);
    }
    if (!this.#pressing) this.#read();
    this.#saveSoon();
  }

  /**
   * Pressing a button leaves the control one typed in. Words that appeared at that moment would push the button away from
   * under the pointer and the press would be lost, so they wait until it is let go.
   */
  #onPress(event: Event): void {
    if (!(event.target instanceof Element) || !event.target.closest("button, a, summary")) return;
    this.#pressing = true;
    const { signal } = this.#stopping;
    const letGo = () => {
      this.#pressing = false;
      setTimeout(() => {
        if (!signal.aborted) this.#read();
      });
    };
    addEventListener("pointerup", letGo, { once: true, signal });
    addEventListener("pointercancel", letGo, { once: true, signal });
  }

  /** A link in the summary moves the focus to its control, in the same page. */
  #onClick(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".summary a") : null;
    const id = link?.getAttribute("href")?.startsWith("#") ? link.getAttribute("href")?.slice(1) : undefined;
    const control = id === undefined ? null : document.getElementById(id);
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.closest(".field")?.scrollIntoView({ block: "nearest" });
  }

  #onSubmit(event: SubmitEvent): void {
    const pressed = event.submitter;
    if (pressed instanceof HTMLButtonElement && pressed.name === "_do") return;
    const form = this.#form();
    if (!form) return;
    const found = this.#meaning(form);
    if (found.forged.length === 0 && found.problems.length > 0) {
      event.preventDefault();
      for (const problem of found.problems) this.#left.add(problem.path);
      this.#read();
      this.#focusSummary();
      return;
    }
    const { saveAddress } = this.#data;
    const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].some(
      (input) => (input.files?.length ?? 0) > 0,
    );
    if (!files || saveAddress === undefined) return;
    event.preventDefault();
    void this.#send(form, saveAddress);
  }

  async #send(form: HTMLFormElement, address: string): Promise<void> {
    const bar = this.#progress(form);
    const answered = await sendForm(form, address, (share) => {
      bar.value = share;
    });
    bar.remove();
    if (answered?.next !== undefined) location.assign(answered.next);
    else if (answered?.problems) {
      this.#told = answered.problems;
      for (const problem of answered.problems) this.#left.add(problem.path);
      this.#read();
      this.#focusSummary();
    } else form.submit();
  }

  #progress(form: HTMLFormElement): HTMLProgressElement {
    const bar = document.createElement("progress");
    bar.className = "sending";
    bar.max = 1;
    bar.setAttribute("aria-label", this.#words.saving);
    form.querySelector(".upload")?.append(bar);
    return bar;
  }

  #focusSummary(): void {
    const summary = this.#element.querySelector<HTMLElement>("#summary");
    if (!summary) return;
    const clean = this.#data.problems.length > 0;
    document.title = clean ? this.#title : this.#words.errorInTitle({ title: this.#title });
    summary.focus();
  }

  #saveSoon(): void {
    const { saveAddress } = this.#data;
    if (saveAddress === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(saveAddress), quiet);
  }

  async #save(address: string): Promise<void> {
    const form = this.#form();
    if (!form || this.#stopping.signal.aborted) return;
    const kept = await saveForm(form, address);
    if (kept) this.#session?.kept();
    const line = this.#element.querySelector("[data-saved]");
    if (line) line.textContent = kept ? this.#words.saved : this.#words.notSavedYet;
  }

  /** What is not in the templates follows what they show. */
  #follow(): void {
    this.#count();
    this.#lists(this.#element);
  }

  /** How many characters are left, beside the text areas that have a limit. */
  #count(): void {
    for (const line of this.#element.querySelectorAll<HTMLElement>("[data-limit]")) {
      const area = document.getElementById(line.dataset["for"] ?? "");
      if (!(area instanceof HTMLTextAreaElement)) continue;
      const left = Number(line.dataset["limit"]) - [...area.value].length;
      line.textContent =
        left < 0 ? this.#words.charactersOver({ count: -left }) : this.#words.charactersLeft({ count: left });
      line.classList.toggle("over", left < 0);
    }
  }
}

function isChoice(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && ["radio", "checkbox", "file"].includes(target.type))
  );
}

function pathAround(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-field]")?.dataset["field"] : undefined;
}

/** A date or an address is looked at when one leaves its last part, not between day and month. */
function isLastPart(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const controls = target.closest("[data-field]")?.querySelectorAll("input, select, textarea") ?? [];
  return target === [...controls].filter((control) => !control.matches("[hidden]")).at(-1);
}

function isNamed(target: EventTarget | null, path: string): boolean {
  return pathAround(target) === path || (target instanceof HTMLInputElement && target.name === path);
}
