// The controls of a form as a browser without scripts has them.
import type { DefaultTreeAdapterTypes } from "parse5";

/** One control, or one choice of several under the same name. */
export interface Control {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** A radio, a box to tick, an option of a list. */
  readonly isChoice: boolean;
}

/** All controls below a node, in order; an option goes by the name of its list. */
export function controlsIn(node: DefaultTreeAdapterTypes.Node, list = ""): Control[] {
  const below = "childNodes" in node ? node.childNodes : [];
  if (!("tagName" in node)) return below.flatMap((child) => controlsIn(child, list));
  // What is away for now is disabled, and a browser sends nothing of it.
  if (node.attrs.some((one) => one.name === "disabled")) return [];
  const of = (name: string): string => node.attrs.find((one) => one.name === name)?.value ?? "";
  const [name, type, value] = [of("name"), of("type"), of("value")];
  if (node.tagName === "option") return list === "" ? [] : [{ name: list, type: "option", value, isChoice: true }];
  if (node.tagName === "select")
    return [{ name, type: "select", value: "", isChoice: false }, ...below.flatMap((child) => controlsIn(child, name))];
  const isControl = ["input", "textarea", "button"].includes(node.tagName) && name !== "";
  const isChoice = type === "radio" || type === "checkbox";
  return [
    ...(isControl ? [{ name, type, value, isChoice }] : []),
    ...below.flatMap((child) => controlsIn(child, list)),
  ];
}
