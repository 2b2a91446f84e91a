// Keeps the page as a template says. Two trees are compared, what the template said last and what it says now, and only what differs between
// them is done to the page: what somebody typed, opened or focused, and what others put into the page, stays as it is.
import type { TemplateResult } from "lit";
import { textOf } from "./small-lit.ts";

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}
const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, "trustedTypes");

/** Pages that take no HTML from scripts take it under this name. All values in it are escaped (small-lit.ts). */
const policy = trustedTypes?.createPolicy("lit-html", { createHTML: (text) => text });

/** The content of an element that follows a template. */
export class LiveTree {
  readonly #element: Element;
  /** Nodes of the tree of last time, and where they stand in the page. */
  #places = new Map<Node, Node>();
  #last: Node;

  /** Takes over what the server sent; `isAsSent` is false where a cache or an extension changed it, and it was made anew. */
  constructor(element: Element, template: TemplateResult) {
    this.#element = element;
    this.#last = treeOf(template);
    const isAsSent = isLike(this.#last, element);
    if (!isAsSent) element.replaceChildren(this.#last.cloneNode(true));
    this.#place(this.#last, element);
    this.isAsSent = isAsSent;
  }

  readonly isAsSent: boolean;

  /** Changes what this template says otherwise than the last one. */
  show(template: TemplateResult): void {
    const next = treeOf(template);
    const before = this.#places;
    this.#places = new Map([[next, this.#element]]);
    this.#children(this.#last, next, before);
    this.#last = next;
  }

  /** Notes where each node of a tree stands, side by side with the page. */
  #place(node: Node, place: Node): void {
    this.#places.set(node, place);
    node.childNodes.forEach((child, at) => {
      const there = place.childNodes[at];
      if (there) this.#place(child, there);
    });
  }

  #children(last: Node, next: Node, before: ReadonlyMap<Node, Node>): void {
    const olds = [...last.childNodes];
    const known = new Set(olds.map(keyOf));
    const wanted = new Set([...next.childNodes].map(keyOf));
    const parent = this.#places.get(next);
    const fits = (old: Node, node: Node): boolean => {
      const [one, other] = [keyOf(old), keyOf(node)];
      return old.nodeName === node.nodeName && (one === other || !(wanted.has(one) || known.has(other)));
    };
    let at = 0;
    const leave = (until: number): void => {
      for (const old of olds.slice(at, until)) {
        const place = before.get(old);
        place?.parentNode?.removeChild(place);
      }
      at = until;
    };
    for (const node of next.childNodes) {
      // Texts are alike: one is never looked for behind other nodes. Nothing that is still wanted is passed over.
      const ahead = node instanceof Element ? olds.findIndex((old, index) => index >= at && fits(old, node)) : at;
      const isPassed = olds.slice(at, ahead).some((old) => keyOf(old) !== "" && wanted.has(keyOf(old)));
      const found = isPassed ? -1 : ahead;
      const old = node.nodeName === olds[found]?.nodeName ? olds[found] : undefined;
      const place = old && before.get(old);
      if (old && place) {
        leave(found);
        at += 1;
        this.#places.set(node, place);
        this.#change(old, node, place);
        this.#children(old, node, before);
      } else {
        const made = node.cloneNode(true);
        const behind = olds[at];
        parent?.insertBefore(made, (behind && before.get(behind)) ?? null);
        this.#place(node, made);
      }
    }
    leave(olds.length);
  }

  /** A control's value is what it holds, not what its tag says: somebody may have typed since. */
  #change(old: Node, node: Node, place: Node): void {
    if (!(old instanceof Element && node instanceof Element && place instanceof Element)) {
      if (old.nodeValue !== node.nodeValue) place.nodeValue = node.nodeValue;
      return;
    }
    for (const name of new Set([...old.getAttributeNames(), ...node.getAttributeNames()])) {
      const value = node.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      if (value === null) place.removeAttribute(name);
      else if (name === "value" && place instanceof HTMLInputElement) place.value = value;
      else place.setAttribute(name, value);
    }
    if (place instanceof HTMLTextAreaElement && old.textContent !== node.textContent) place.value = node.textContent;
  }
}

/** A place in a list of children is known by its id or question, else by the first one in it. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return "";
  const question = node.matches("[data-field]") ? node : node.querySelector("[data-field]");
  return node.id || question?.getAttribute("data-field") || node.querySelector("[id]")?.id || "";
}

function treeOf(template: TemplateResult): Node {
  const element = document.createElement("template");
  const text = textOf(template);
  element.innerHTML = policy?.createHTML(text) ?? text;
  return element.content;
}

/** Is this what the server sent? */
function isLike(tree: Node, element: Element): boolean {
  const [one, other] = [tree.childNodes, element.childNodes];
  return one.length === other.length && [...one].every((node, at) => node.isEqualNode(other[at] ?? null));
}
