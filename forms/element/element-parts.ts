// What the form's element does for some services only. A flat table: the script of a service leaves out what its text has not.
import { ownWords } from "../journey/own-words.ts";
import { sayingsOf } from "../journey/page-sayings.ts";
import type { ElementParts } from "./element-shapes.ts";
import { liveProse } from "./live-prose.ts";

/** How each is done. */
export const elementParts: Partial<ElementParts> = {
  own: ownWords,
  prose: liveProse,
  sayings: sayingsOf,
};
