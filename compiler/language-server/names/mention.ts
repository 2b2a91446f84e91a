// What a mention of a name is: where it stands, what it may be, whose it is. Only shapes.
import type { Span } from "../../syntax/tree.ts";
import type { PlacedLine } from "../placed-line.ts";

/** Kinds of things that have names. `data` is everything with a value: questions, calculations, decisions, amounts, lists of records. */
export type Kind =
  | "data"
  | "stage"
  | "message"
  | "source"
  | "operation"
  | "part"
  | "parameter"
  | "credential"
  | "role"
  | "partner"
  | "agency"
  | "list"
  | "option"
  | "question-set"
  | "calendar"
  | "assistance"
  | "type"
  | "action"
  | "section"
  | "page"
  | "group"
  | "stop"
  | "service"
  | "library"
  | "table"
  | "check";

/** One place where a name is written. */
export interface Mention {
  /** As names are compared: small letters, plain hyphens. */
  readonly name: string;
  readonly span: Span;
  /** What it may be, the likeliest first; a declaration has one. */
  readonly kinds: readonly Kind[];
  readonly isDeclaration: boolean;
  /** Whose it is or may be, from the inside out: "set:home-address", "item:member", "list:fuels"; "" for the whole text. */
  readonly owners: readonly string[];
  /** The names in front of it: vehicle in vehicle's fuel. */
  readonly path: readonly string[];
  /** What it is compared with: fuel in "fuel is electric". */
  readonly against?: readonly string[];
  /** In a words file: a thing of that kind, whoever owns it. */
  readonly anyOwner?: boolean;
  readonly line: PlacedLine;
}
