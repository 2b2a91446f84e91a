// The text that `formwork new words` begins with: every line of a service that wants words in another language, as a note until it has them.

/** A line to translate: `ask registration: hint` and what stands in the service, quotation marks or `>` included. */
export interface LineToTranslate {
  readonly said: string;
  readonly words: string;
}

/** `language` as authors write it: Welsh. */
export function beginWords(
  language: string,
  service: string,
  version: number,
  lines: readonly LineToTranslate[],
): string {
  const byOwner = Map.groupBy(lines, ({ said }) => ownerOf(said));
  const blocks = [...byOwner].map(([owner, below]) => blockOf(owner, below));
  return `words ${language} for ${service} version ${version}

# Every line of the service that people see. Put the words in ${language} in place of the others, then take the # in front away.
# Names and what stands in {braces} stay as they are. formwork check says which lines are still without words.

${blocks.map((block) => block.map((line) => `#  ${line}`).join("\n")).join("\n\n")}
`;
}

/** `ask registration: hint` → ask registration */
function ownerOf(said: string): string {
  return said.split(": ")[0] ?? said;
}

/** The thing with its new words, the lines without a name under it. */
function blockOf(owner: string, lines: readonly LineToTranslate[]): string[] {
  const title = lines.find(({ said }) => said === owner);
  const below = lines.filter((line) => line !== title);
  const prose = below.filter(({ said }) => said === `${owner}: prose`);
  const others = below.filter((line) => !prose.includes(line));
  return [
    title ? `${owner} ${title.words}` : owner,
    ...prose.flatMap(({ words }) => words.split("\n").map((line) => `  ${line}`)),
    ...others.flatMap(({ said, words }) => lineOf(said.slice(owner.length + 2), words)).map((line) => `  ${line}`),
  ];
}

/** `about prose` stands under `about`; `- electric hint` under its option; all others on one line. */
function lineOf(slot: string, words: string): string[] {
  const holder = /^(.+) prose$/.exec(slot)?.[1];
  if (holder !== undefined) return [holder, ...words.split("\n").map((line) => `  ${line}`)];
  if (/^- .+ hint$/.test(slot)) return [`  hint ${words}`];
  return [`${slot} ${words}`];
}
