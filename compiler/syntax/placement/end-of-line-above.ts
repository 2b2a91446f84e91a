// Lines that are the end of the line above them: `locked` below `prefill …`, a table below `given costs` (FW109).
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { plainName } from "../lexer.ts";
import { firstToken, type Placed } from "./placed.ts";

/** `given costs`, and a table below it: a list is said with  are. */
export function givenList({ parent, line }: Placed, word: string, reader: FileReading): Problem | undefined {
  const [given, name, ...more] = parent?.tokens ?? [];
  if (word !== "|" || !parent || !given || !name || more.length > 0 || plainName(given.image) !== "given")
    return undefined;
  const end = { ...parent.span, start: parent.span.end };
  const fixes = [{ title: `add  are  behind  ${name.image}`, edits: [{ span: end, text: " are" }] }];
  const explanation = [`A list is said with  are,  and its rows below it:  given ${name.image} are.`];
  return say.lineIsNotFinished(
    end,
    {},
    { related: [{ span: reader.nodes.spanOf(firstToken(line)) }], explanation, fixes },
  );
}

/** `locked` below `prefill from identity's full-name`: it is the end of that line. */
export function behindAbove({ line, above }: Placed, reader: FileReading): Fix[] {
  const [word, ...more] = line.tokens;
  const last = above?.tokens.at(-1);
  if (!word || !last || more.length > 0 || plainName(above?.tokens[0]?.image ?? "") !== "prefill") return [];
  const span = { ...reader.nodes.spanOf(last, word), start: reader.nodes.spanOf(last).end };
  if (!/^(?:locked|correctable)$/i.test(word.image)) return [];
  return [
    { title: `move it to the end of the line above:  , ${word.image}`, edits: [{ span, text: `, ${word.image}` }] },
  ];
}
