// The texts that a server knows: those open in the editor, and those found beside them. Holds the only state of the server.
import type { Snapshot } from "./snapshot.ts";
import { readTextFile, type TextFile } from "./text-file.ts";

/** Where texts that are not open come from: a disk; nothing in a browser. */
export interface Surroundings {
  /** Service, library and words texts in and below a folder. */
  textsBelow(folder: string): ReadonlyMap<string, string>;
  /** Texts beside a file, and in the folder `shared` beside its folder. */
  textsBeside(file: string): ReadonlyMap<string, string>;
  readText(file: string): string | undefined;
}

/** Nothing but what is open. */
export const noSurroundings: Surroundings = {
  textsBelow: () => new Map(),
  textsBeside: () => new Map(),
  readText: () => undefined,
};

/** All texts by address. A text that is open counts as the editor has it, not as the disk does. */
export class Workspace {
  readonly #files = new Map<string, TextFile>();
  readonly #open = new Set<string>();
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The texts at this moment. Use it up before the next change. */
  get snapshot(): Snapshot {
    return { files: this.#files };
  }

  get openFiles(): readonly string[] {
    return [...this.#open];
  }

  isOpen(file: string): boolean {
    return this.#open.has(file);
  }

  /** A text as the editor has it now. */
  write(file: string, text: string): void {
    const known = this.#files.get(file);
    if (!this.#open.has(file)) {
      for (const other of this.#files.keys()) if (other !== file && isSame(other, file)) this.#files.delete(other);
      this.#open.add(file);
      this.#keepAll(this.#surroundings.textsBeside(file));
    }
    if (known?.text !== text) this.#files.set(file, readTextFile(file, text, known));
  }

  /** The editor closed a text: from now on it is as the disk has it. */
  close(file: string): void {
    this.#open.delete(file);
    this.refresh(file);
  }

  /** Takes a text from the disk anew; one that is open stays as it is. */
  refresh(file: string): void {
    const address = this.#addressOf(file);
    if (this.#open.has(address)) return;
    const text = this.#surroundings.readText(address);
    if (text === undefined) this.#files.delete(address);
    else this.#files.set(address, readTextFile(address, text, this.#files.get(address)));
  }

  /** Takes the texts around one that is open from the disk anew, and forgets those that are gone: for editors that do not tell it. */
  refreshBeside(file: string): void {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const beside = this.#surroundings.textsBeside(file);
    for (const address of new Set([...beside.keys(), ...this.#files.keys()]))
      if (beside.has(address) || address.startsWith(folder)) this.refresh(address);
  }

  /** Takes in all texts below a folder. */
  addFolder(folder: string): void {
    this.#keepAll(this.#surroundings.textsBelow(folder));
  }

  /** A folder is no longer looked at: its texts are forgotten, those that are open excepted. */
  removeFolder(folder: string): void {
    const start = `${folder.replace(/\/$/, "")}/`;
    for (const file of [...this.#files.keys()])
      if (plainAddress(file).startsWith(plainAddress(start)) && !this.#open.has(file)) this.#files.delete(file);
  }

  #keepAll(texts: ReadonlyMap<string, string>): void {
    for (const [file, text] of texts) {
      const address = this.#addressOf(file);
      if (!this.#files.has(address)) this.#files.set(address, readTextFile(address, text));
    }
  }

  /** The address under which a file is known: editors may write the same one with other escapes. */
  #addressOf(file: string): string {
    if (this.#files.has(file)) return file;
    return [...this.#files.keys()].find((known) => isSame(known, file)) ?? file;
  }
}

function isSame(one: string, two: string): boolean {
  return plainAddress(one) === plainAddress(two);
}

/** An address without escapes; one with broken escapes stays as it is. */
export function plainAddress(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    const bytes = escapes
      .split("%")
      .slice(1)
      .map((pair) => Number.parseInt(pair, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
}
