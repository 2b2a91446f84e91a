// The language server as a program of its own: speaks with an editor over standard input and output, and reads the texts beside those open.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { fillIn, refusedAtDesk } from "#journey/fill-in.ts";
import { openRoute } from "#routing/play.ts";
import type { Clock } from "./problem-board.ts";
import { serve } from "./serve.ts";
import { Sitting } from "./sitting.ts";
import type { Surroundings } from "./workspace.ts";

/** Starts answering the editor at the other end of standard input and output. */
export function serveOverStdio(): void {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const sitting = new Sitting(writer);
  reader.onError((error) => {
    // Lengths tell where the next message begins: of one that is no JSON, only what it says is lost.
    if (error instanceof SyntaxError)
      return void sitting.refuse(null, { code: ErrorCodes.ParseError, message: error.message });
    console.error(`What the editor sends is not the Language Server Protocol: ${error.message}`);
    process.exit(1);
  });
  reader.onClose(() => process.exit(sitting.isEnded ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy: sitting });
  serve(connection, { surroundings: disk, clock, play: { fillIn, openRoute, refusedAtDesk } });
}

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

const isText = /\.(service|shared|words|words\.lock)$|^formwork\.lock$/;
/** Longer texts were not written by people; so many texts are no workspace of services. */
const [mostBytes, mostTexts, deepestFolder] = [4_000_000, 2_000, 12];

const disk: Surroundings = {
  readText(address) {
    const file = pathOf(address);
    return file === undefined ? undefined : readText(file);
  },
  textsBelow: (folder) => textsIn(pathOf(folder), deepestFolder),
  textsBeside(address) {
    const file = pathOf(address);
    if (file === undefined) return new Map();
    const folder = path.dirname(file);
    return new Map([...textsIn(folder, 0), ...textsIn(path.join(folder, "..", "shared"), 0)]);
  },
};

/**
 * Undefined for texts that stand on no disk: not saved yet, inside another program, or at an address that is no path here, such as one with the
 * name of another machine or with broken escapes.
 */
function pathOf(address: string): string | undefined {
  if (!address.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(address);
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
}

function readText(file: string): string | undefined {
  return whereOpen(() => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() && found.size <= mostBytes ? readFileSync(file, "utf8") : undefined;
  });
}

/** What may not be read, or goes away while it is looked at, is as good as not there: an editor goes on working. */
function whereOpen<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && "code" in error && unreadable.has(String(error.code))) return undefined;
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ENOENT", "ENOTDIR", "ELOOP", "EISDIR"]);

function textsIn(root: string | undefined, depth: number): Map<string, string> {
  const texts = new Map<string, string>();
  const waiting = root === undefined ? [] : [{ folder: root, depth }];
  for (let next = waiting.pop(); next && texts.size < mostTexts; next = waiting.pop()) {
    const { folder } = next;
    for (const entry of whereOpen(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
      const place = path.join(folder, entry.name);
      const isHidden = entry.name.startsWith(".") || entry.name === "node_modules";
      if (entry.isDirectory() && !isHidden && next.depth > 0) waiting.push({ folder: place, depth: next.depth - 1 });
      const text = entry.isFile() && isText.test(entry.name) ? readText(place) : undefined;
      if (text !== undefined) texts.set(pathToFileURL(place).href, text);
    }
  }
  return texts;
}

if (import.meta.main) serveOverStdio();
