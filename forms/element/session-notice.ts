// Tells in time that the session ends: a notice at the foot of the window with a button that keeps it open. No dialog: what
// one is typing stays where it is, and so does the focus.
import type { FormWords } from "../words/generated/shape.ts";

/** Warned this long before the end: WCAG 2.2.1 wants at least 20 seconds, and typing takes longer. */
const warned = 5 * 60_000;
const minute = 60_000;

/** The notice of a page, while the page is on the screen. */
export class SessionNotice {
  readonly #line: HTMLElement;
  readonly #words: FormWords;
  readonly #text: HTMLElement;
  readonly #lasts: number;
  #endsAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(line: HTMLElement, text: HTMLElement, words: FormWords) {
    this.#line = line;
    this.#text = text;
    this.#words = words;
    this.#lasts = Number(line.dataset["lasts"]);
    this.kept();
  }

  /** The notice of the document's own line; nothing where nobody is signed in. */
  static of(document: Document, words: FormWords): SessionNotice | undefined {
    const line = document.getElementById("session-end");
    const text = line?.querySelector("p");
    return line && text ? new SessionNotice(line, text, words) : undefined;
  }

  /** The host heard from us just now, so the session lasts as long again. */
  kept(): void {
    this.#endsAt = Date.now() + this.#lasts;
    // Answers are saved as one types, so the line without scripts has nothing to say here.
    this.#line.hidden = true;
    this.#line.classList.remove("soon");
    this.#line.querySelector(".plainbutton")?.remove();
    this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    clearTimeout(this.#timer);
    const left = this.#endsAt - Date.now();
    if (left > warned) {
      this.#timer = setTimeout(() => this.#look(), Math.min(left - warned, minute * 30));
      return;
    }
    this.#show(left);
    if (left > 0) this.#timer = setTimeout(() => this.#look(), Math.min(left, minute));
  }

  #show(left: number): void {
    const words = this.#words;
    if (this.#line.hidden) {
      this.#line.setAttribute("role", "status");
      this.#line.classList.add("soon");
      this.#line.hidden = false;
    }
    this.#text.textContent =
      left > 0 ? words.signedOutSoon({ count: Math.max(1, Math.round(left / minute)) }) : words.signedOutNow;
    this.#line.querySelector(".plainbutton")?.remove();
    this.#line.append(left > 0 ? this.#keepButton() : this.#signInLink());
  }

  #keepButton(): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plainbutton";
    button.textContent = this.#words.staySignedIn;
    button.addEventListener("click", () => void this.#keep());
    return button;
  }

  #signInLink(): HTMLElement {
    const link = document.createElement("a");
    link.className = "plainbutton";
    link.href = this.#line.dataset["signIn"] ?? "";
    link.textContent = this.#words.signInAgain;
    return link;
  }

  async #keep(): Promise<void> {
    try {
      const answer = await fetch(this.#line.dataset["keep"] ?? "", { credentials: "same-origin" });
      // A host that sends one elsewhere to sign in has closed the session already.
      if (answer.ok && !answer.redirected) this.kept();
      else this.#endsAt = Date.now();
    } catch (error) {
      // No network: the notice stays, and the button may be pressed again.
      if (!(error instanceof TypeError)) throw error;
    }
    this.#look();
  }
}
