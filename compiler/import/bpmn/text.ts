// The text of a service whose route was read from a drawing. What a drawing cannot hold stands there as few lines as make it whole.
import { comment, quoted } from "./names.ts";

/** A stage or an outcome. Lines of a stage are indented from its own line. */
export interface Place {
  readonly name: string;
  readonly title: string;
  readonly kind: "stage" | "outcome";
  readonly by?: string;
  readonly comments: string[];
  readonly lines: string[];
}

export interface Titled {
  readonly name: string;
  readonly title: string;
}

/** Something that is announced by somebody outside. */
export interface Source extends Titled {
  readonly partner?: string;
  readonly announces: string[];
}

/** A question that stands for what the drawing reads. */
export interface Stub extends Titled {
  readonly type: string;
  readonly comments: readonly string[];
}

export interface ServiceText {
  readonly name: string;
  readonly title: string;
  readonly agency: Titled;
  readonly about: string;
  readonly comments: readonly string[];
  readonly roles: readonly Titled[];
  readonly partners: readonly Titled[];
  readonly sources: readonly Source[];
  readonly amounts: readonly (Titled & { readonly value: string; readonly comments: readonly string[] })[];
  readonly stubs: readonly Stub[];
  readonly lists: readonly Titled[];
  readonly routeLines: readonly string[];
  readonly places: readonly Place[];
  readonly messages: readonly Titled[];
}

/** The text. It has no errors; what is left to do stands in comments. */
export function writeService(service: ServiceText): string {
  const parts = [
    head(service),
    people(service),
    service.sources.map(sourceOf),
    service.amounts.map(({ name, value, comments }) => [
      ...comments.flatMap((words) => comment(words)),
      `amount ${name}`,
      `  ${value} from 1 January 2026`,
    ]),
    questions(service),
    [["route", ...service.routeLines.map((line) => `  ${line}`)]],
    service.places.filter(({ kind }) => kind === "stage").map(stageOf),
    service.places.filter(({ kind }) => kind === "outcome").map(outcomeOf),
    service.messages.map(({ name, title }) => [
      `message ${name} by inbox`,
      `  subject ${quoted(title)}`,
      "  # What the message says does not stand in the process.",
      "  > To be written.",
    ]),
    [
      [
        "# Why answers are kept, by which law and for how long does not stand in a process.",
        "privacy",
        '  purpose "To be written"',
        '  lawful basis public-task "To be written"',
        "  keep answers for 1 year after decision",
      ],
    ],
  ];
  return `${parts
    .flat()
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function head({ name, title, agency, about, comments }: ServiceText): string[][] {
  const words = quoted(about).slice(1, -1);
  return [
    comments.flatMap((words) => comment(words)),
    [
      `service ${name} ${quoted(title)}`,
      `  agency ${agency.name} ${quoted(agency.title)}`,
      "  version 1 starts 1 January 2027",
      "  status draft",
      "  # The language of the words below is not known; say it here.",
      "  languages English",
      "  about",
      `    > ${about === "" ? "To be written: what this service is for." : words}`,
    ],
  ];
}

function people({ roles, partners }: ServiceText): string[][] {
  return [
    [
      ...roles.map(({ name, title }) => `role ${name} ${quoted(title)}`),
      ...partners.map(({ name, title }) => `partner ${name} ${quoted(title)}`),
    ],
    [
      "# Who applies, and how they sign in, does not stand in the process.",
      "applicant is a person",
      "  signs in at level low",
    ],
  ];
}

function sourceOf({ name, title, partner, announces }: Source): string[] {
  return [
    `source ${name} ${quoted(title)}`,
    ...(partner === undefined ? [] : [`  run by ${partner}`]),
    '  because "To be written: the law that lets it tell us"',
    ...announces.flatMap((one) => [
      `  announces ${one}`,
      "    # What it says does not stand in the process.",
      "    gives words as text",
    ]),
  ];
}

function questions({ stubs, lists }: ServiceText): string[][] {
  const asked = stubs.flatMap(({ name, title, type, comments }) => [
    ...comments.flatMap((words) => comment(words, "  ")),
    `  ask ${name} ${quoted(title)} as ${type}`,
  ]);
  const repeated = lists.flatMap(({ name, title }) => [
    `  repeat ${name} each ${name}-item ${quoted(title)}`,
    `    ask ${name}-name ${quoted(`Name of one of: ${title}`)} as text`,
  ]);
  if (asked.length + repeated.length === 0)
    return [
      [
        "# What is asked does not stand in a process. Its questions go here.",
        'section questions "Your application"',
        '  ask request "What do you apply for?" as long text',
      ],
    ];
  return [
    [
      "# What is asked does not stand in a process. These questions stand for what its ways read: put real questions, rules or",
      "# records of a register in their place.",
      'section questions "What the process reads"',
      ...asked,
      ...repeated,
    ],
  ];
}

function stageOf({ name, title, by, comments, lines }: Place): string[] {
  return [
    `  stage ${name} ${quoted(title)}${by === undefined ? "" : ` by ${by}`}`,
    ...comments.flatMap((words) => comment(words, "    ")),
    ...lines.map((line) => `    ${line}`),
  ];
}

/** Comments stand above an outcome: below one without lines they would seem to belong to what follows. */
function outcomeOf({ name, title, comments, lines }: Place): string[] {
  const hasLines = lines.some((line) => !line.startsWith("#"));
  return [
    ...comments.flatMap((words) => comment(words)),
    ...(hasLines ? [] : lines),
    `outcome ${name} ${quoted(title)}`,
    ...(hasLines ? lines.map((line) => `  ${line}`) : []),
  ];
}
