// Whether what is offered for a line would be read in its block: nothing is offered that is wrong again.
import type { Block } from "../blocks.ts";
import type { FileReading } from "../file-reading.ts";
import { wordOf } from "../line-word.ts";
import { relex } from "../mend-tokens.ts";

/** Whether a line stands in this block as it is; rows and longer text are read by those who hold them together. */
export function canBeRead(line: string, block: Block | undefined, reader: FileReading): boolean {
  if (/^[|>]/.test(line)) return true;
  const tokens = relex(line, 0, reader);
  const forms = (tokens[0] && block?.byWord.get(wordOf(tokens[0]))) ?? [];
  return forms.some((form) => {
    if (reader.budget.trials <= 0) return false;
    reader.budget.trials--;
    return reader.grammar.read(form, tokens, reader.nodes, false).stop === undefined;
  });
}
