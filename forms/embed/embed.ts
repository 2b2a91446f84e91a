// A form inside a page of another website: the tag that is pasted there with its link becomes a frame with the form in it. The page around
// it cannot read what people answer. Where the form cannot be shown, the link stays, and nothing is lost.
import type { FrameMessage } from "./frame-message.ts";

/** Milliseconds after the frame has loaded in which the form shows itself, or else is taken not to come. */
const patience = 3_000;

/** Defines the tag; one that is there already stays. `home` is the installation's origin: where this very script came from. */
export function defineEmbed(tag: string, service: string, home: string): void {
  if (customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      #stopping = new AbortController();

      connectedCallback(): void {
        this.#stopping = new AbortController();
        embed(this, `${home}/${service}`, this.#stopping.signal);
      }

      disconnectedCallback(): void {
        this.#stopping.abort();
      }
    },
  );
}

/** Puts the frame beside what stands in the element, and takes that away once the form is there. */
function embed(element: HTMLElement, address: string, signal: AbortSignal): void {
  const instead = [...element.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const frame = document.createElement("iframe");
  // So that one comes back to this page after signing in.
  frame.src = `${address}?${new URLSearchParams({ from: location.origin + location.pathname })}`;
  frame.title = element.textContent?.trim() ?? "";
  // Set by script, so that a page without inline styles in its policy takes it.
  Object.assign(frame.style, { display: "block", inlineSize: "100%", blockSize: "0", border: "0" });
  let shown = 0;
  const loaded = (): void => {
    setTimeout(() => {
      if (shown === 0) frame.remove();
    }, patience);
  };
  frame.addEventListener("load", loaded, { once: true });
  const hear = ({ source, origin, data }: MessageEvent<FrameMessage | undefined>): void => {
    if (source !== frame.contentWindow || origin !== new URL(address).origin) return;
    if (typeof data?.formworkHeight !== "number") return;
    frame.style.blockSize = `${Math.max(0, Math.ceil(data.formworkHeight))}px`;
    if (!data.formworkPage) return;
    for (const child of instead) child.hidden = true;
    // The next page begins at its top, as it would in a window of its own.
    if (shown++ > 0 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: "start" });
  };
  addEventListener("message", hear, { signal });
  element.append(frame);
  signal.addEventListener("abort", () => {
    frame.remove();
    for (const child of instead) child.hidden = false;
  });
}
