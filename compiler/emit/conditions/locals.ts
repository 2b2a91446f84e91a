// What a rule reads more than once it reads into a constant of its own, above the first line that needs it. Text only.
import type { Place } from "./access.ts";
import { createNames } from "./layout.ts";

interface Local {
  readonly text: string;
  readonly words: string;
}

/** Stands for a local while it is being counted. An author who writes it gains a constant that is used once, no more. */
function token(id: number): string {
  return `$$local${id}$$`;
}

/**
 * The statements of a rule under the constants they share. The rule is built twice, with the same calls in the same order: once to
 * count what it reads, once to write it. No constant has a name that is `taken` in the module.
 */
export function withLocals(
  place: Place,
  taken: ReadonlySet<string>,
  build: (inside: Place) => readonly string[],
): string {
  const { locals, calls, counted } = count(place, build);
  const texts = [...counted, ...locals.map(({ text }) => text)];
  const newName = createNames(taken);
  const names = locals.map(({ words }, id) =>
    texts.reduce((uses, text) => uses + text.split(token(id)).length - 1, 0) > 1 ? newName(words) : undefined,
  );
  const declarations: string[] = [];
  let turn = 0;
  const local = (text: string): string => {
    const id = calls[turn++] ?? -1;
    declarations[id] ??= `const ${names[id]} = ${text};`;
    return names[id] ?? text;
  };
  const written = build({ ...place, local });
  const needed = (text: string): number[] =>
    locals.flatMap((one, id) => (text.includes(token(id)) ? [...needed(one.text), id] : []));
  const declared = new Set<number>();
  return written
    .flatMap((statement, at) => {
      const added = needed(counted[at] ?? "").filter((id) => names[id] !== undefined && !declared.has(id));
      for (const id of added) declared.add(id);
      return [...new Set(added)]
        .sort((one, other) => one - other)
        .map((id) => declarations[id] ?? "")
        .concat(statement);
    })
    .join("\n");
}

/** What is read, each once; which of them every call gave, in order; and the statements with their tokens. */
function count(place: Place, build: (inside: Place) => readonly string[]) {
  const locals: Local[] = [];
  const calls: number[] = [];
  const known = new Map<string, number>();
  const local = (text: string, words: string): string => {
    const id = known.get(text) ?? locals.push({ text, words }) - 1;
    known.set(text, id);
    calls.push(id);
    return token(id);
  };
  return { counted: build({ ...place, local }), locals, calls };
}
