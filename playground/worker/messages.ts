// What the page and the worker say to each other. Only shapes; everything in them can be cloned from one thread to the other.

import type { LastPassed } from "@formwork/compiler/check/examples/last-passed.ts";
import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";
import type { Service } from "#contract";

/** All texts that belong together, by file name: "parking.service", "parking.cy.words", "common-questions.shared", and their lock files. */
export type Texts = Readonly<Record<string, string>>;

/** Page to worker: read these texts. `turn` grows by one with each request, so that a late answer can be told from the newest. */
export interface ReadRequest {
  readonly turn: number;
  /** The service file that the others belong to. */
  readonly entry: string;
  readonly texts: Texts;
  /** What the examples rested on when they last passed. */
  readonly lastPassed?: LastPassed;
}

/** How a stretch of text is set: structure words bold, names in act, quoted words soft, law in italics. */
export const voices = ["structure", "name", "quoted", "law", "comment"] as const;
export type Voice = (typeof voices)[number];

/** Worker to page: what was read. */
export interface Reading {
  readonly kind: "read";
  readonly turn: number;
  readonly problems: readonly Problem[];
  /** Present when nothing stops the text from compiling. */
  readonly service?: Service;
  /** By file: start, end and the place in `voices`, three numbers to a stretch, in order of the text. */
  readonly voices: Readonly<Record<string, Uint32Array>>;
  /** Lock files that have something new to note, as they should stand now. */
  readonly locks?: Texts;
  /** To be handed over the next time; absent when the examples were not played. */
  readonly lastPassed?: LastPassed;
  /** How long reading took, for the curious. */
  readonly milliseconds: number;
}

/** Worker to page: reading broke down, which is our mistake and never the author's. */
export interface Breakdown {
  readonly kind: "broke";
  readonly turn: number;
  readonly message: string;
}

/** Worker to page, once: the compiler is loaded. */
export interface Ready {
  readonly kind: "ready";
}

export type WorkerMessage = Reading | Breakdown | Ready;
