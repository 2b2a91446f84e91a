// The page of one block of the language: every line that may stand in it, what it is for, and a line that somebody wrote.
import { labelOfForm } from "../language-server/completion/form-snippet.ts";
import { helpOfLine } from "../language-server/help/line-words.ts";
import { blockNames } from "../syntax/block-words.ts";
import type { Block, Blocks } from "../syntax/blocks.ts";
import type { Form } from "../syntax/form.ts";
import type { ExampleLines } from "./example-lines.ts";

/** The name of a page's file: `applicant is` → applicant-is.md, `<c>` → conditions.md */
export function pageName(heading: string): string {
  if (heading === "<c>") return "conditions.md";
  if (heading === "- <n>") return "option.md";
  return `${heading
    .replace(/ <\w+>/g, "")
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "")}.md`;
}

/** What a block is called, with a capital. */
export function titleOf(heading: string): string {
  const said = blockNames[heading] ?? `${/^[aeiou]/.test(heading) ? "an" : "a"} ${heading.replace(/ <\w+>/g, "")}`;
  return said.replace(/^./, (letter) => letter.toUpperCase());
}

/** Said on every page: somebody who comes from a message or an editor has not seen the guide. */
const howToRead =
  'How to read a heading: `name` is a name of yours, `"words"` are what people read, `[ ]` may be left out, `( | )` is one of these ([more](../../README.md#how-to-read-the-pages)).';

/** The page. */
export function renderBlockPage(block: Block, blocks: Blocks, examples: ExampleLines): string {
  const { heading, forms } = block;
  const parts = forms.map((form) => renderForm(form, heading, blocks, examples));
  return [
    "<!-- Generated from the catalogue of line forms by `npm run generate`. Do not edit. -->",
    `# ${titleOf(heading)}`,
    whereItStands(heading, blocks),
    howToRead,
    ...parts,
    "[All blocks](../../README.md#every-line)",
    "",
  ].join("\n\n");
}

function renderForm(form: Form, heading: string, blocks: Blocks, examples: ExampleLines): string {
  const label = labelOfForm(form);
  const sentence = helpOfLine(heading, label) ?? helpOfLine(heading, form.text) ?? "";
  const example = examples.of(heading, form.text);
  const opens = blocks.opens(form, heading);
  const below = opens === undefined ? [] : [`Lines below it: [${titleOf(opens).toLowerCase()}](${pageName(opens)}).`];
  return [
    `## ${headingText(label)}`,
    [sentence, ...below].filter((part) => part !== "").join(" "),
    ...(example === undefined ? [] : [`\`\`\`\n${example}\n\`\`\``]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A bar or an angle bracket would be read as Markdown. */
function headingText(label: string): string {
  return `\`${label}\``;
}

/** Under which lines the block stands. */
function whereItStands(heading: string, blocks: Blocks): string {
  const owners = new Map<string, string[]>();
  for (const block of blocks.byHeading.values())
    for (const form of block.forms) {
      if (blocks.opens(form, block.heading) !== heading) continue;
      const label = labelOfForm(form);
      owners.set(label, [...(owners.get(label) ?? []), block.heading]);
    }
  if (heading === "file")
    return "These lines stand at the left margin, in any order; `service` or `shared` comes first.";
  if (owners.size === 0) return "";
  const said = [...owners].map(([label, from]) => `\`${label}\` (in ${listed(from.map(linkTo))})`);
  return `These lines stand below ${listed(said)}, moved in by two spaces.`;
}

function linkTo(heading: string): string {
  return `[${titleOf(heading).toLowerCase()}](${pageName(heading)})`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}
