// Every page of a form that can be seen and saved: its address, and what a form sent to it may hold.
import type { Field, Page, Part, Service, Step, Words } from "#contract";
import { fillersToChoose, kindsOf } from "#support/applicants.ts";
import { listAddress } from "#support/list-address.ts";
import type { Schema } from "../json-schema/schema.ts";

/** One page. `items` are the parameters of its address; `isList` is the list of a repeat itself. */
export interface ServicePage {
  /** section/page, or section/repeat/{item}/page */
  readonly address: string;
  readonly title: Words;
  readonly items: readonly string[];
  readonly isList: boolean;
  /** The form that it takes, as a schema of its fields by the names of their controls. */
  readonly fields: Schema;
}

/** In the order of the text. Declarations and signatures of the last pages stand on the check page. */
export function pagesOf({ eligibility, sections, lists }: Service): ServicePage[] {
  const of = (steps: readonly Step[], address: string, items: readonly string[]): ServicePage[] =>
    steps.flatMap((step): ServicePage[] => {
      if (step.kind === "fetch") return [];
      const here = `${address}/${step.kind === "repeat" ? listAddress(step) : step.name}`;
      const titled = { title: step.title ?? titleOf(step), items };
      if (step.kind === "page") return [{ ...titled, address: here, isList: false, fields: formOf(step, lists) }];
      if (step.kind === "stop") return [{ ...titled, address: here, isList: false, fields: form({}) }];
      const inside = of(step.steps, `${here}/{${step.itemName}}`, [...items, step.itemName]);
      return step.kind === "repeat"
        ? [{ ...titled, address: here, isList: true, fields: form({}) }, ...inside]
        : inside;
    });
  return [
    ...of(eligibility?.steps ?? [], "eligibility", []),
    ...sections.flatMap((section) => of(section.steps, section.name, [])),
  ];
}

/** The pages that ask for whom somebody applies and who fills in: there only where the text lets people choose. */
export function whoAppliesPages(service: Pick<Service, "applicants" | "languages">): ServicePage[] {
  const kinds = kindsOf(service);
  const fillers = kinds.flatMap((kind) => fillersToChoose(service, { kind })).map(({ name }) => name);
  return [
    ...(kinds.length > 1 ? [choicePage(service, "applying-for", "for whom somebody applies", "kind", kinds)] : []),
    ...(fillers.length > 0 ? [choicePage(service, "filled-in-by", "who fills in", "filledInBy", fillers)] : []),
  ];
}

function choicePage(
  { languages }: Pick<Service, "languages">,
  address: string,
  title: string,
  control: string,
  choices: readonly string[],
): ServicePage {
  const controls = { [`^${control}$`]: { enum: [...new Set(choices)] } };
  const fields = { ...form(controls), required: ["_csrf", control] };
  return { address, title: { [languages[0]?.tag ?? "en"]: title }, items: [], isList: false, fields };
}

/** A lone question is the title of its page. */
function titleOf(step: Exclude<Step, { kind: "fetch" }>): Words {
  const [first] = step.kind === "page" ? step.parts : [];
  return first?.kind === "field" ? first.label : {};
}

function formOf({ parts }: Page, lists: Service["lists"]): Schema {
  return form(Object.assign({}, ...parts.map((part) => controlsOf(part, lists))));
}

/** Every form brings its token; what was pressed is said by the button. */
function form(controls: Record<string, Schema>): Schema {
  return {
    type: "object",
    properties: {
      _csrf: { type: "string", description: "The token that came with the page." },
      _do: { type: "string", description: "The button that was pressed: save, add, remove:<id> …" },
    },
    patternProperties: controls,
    required: ["_csrf"],
    additionalProperties: false,
  };
}

/** Controls by a pattern of their names: the answer's path, in a list with the item's id in it, and parts of it behind a colon. */
function controlsOf(part: Part, lists: Service["lists"]): Record<string, Schema> {
  switch (part.kind) {
    case "group":
      return Object.assign({}, ...part.parts.map((one) => controlsOf(one, lists)));
    case "field":
      return {
        [`^${named(part.path)}$`]: { title: Object.values(part.label)[0] ?? part.name, ...valuesOf(part, lists) },
        [`^${named(part.path)}:.+$`]: text,
        ...(part.instead && { [`^${named(part.instead.path)}$`]: text }),
        ...(part.canBe && { [`^${named(part.path)}How$`]: text }),
      };
    case "declaration":
      return { [`^${named(part.path)}$`]: text };
    case "signature":
      return { "^signature:.+$": text };
    default:
      return {};
  }
}

const text: Schema = { type: "string", maxLength: 100_000 };

function named(path: readonly string[]): string {
  return path.map((key) => key.replace(/[^\w]/g, "\\$&")).join("(\\.[^.:]+)?\\.");
}

/** What a control may say. An empty text is an answer that is not there. */
function valuesOf({ type, label }: Field, lists: Service["lists"]): Schema {
  const title = Object.values(label)[0] ?? "";
  switch (type.kind) {
    case "one-of":
    case "any-of": {
      const options = "list" in type && type.list !== undefined ? lists[type.list]?.options : undefined;
      const one: Schema = options ? { enum: ["", ...options.map(({ value }) => value)] } : text;
      return type.kind === "one-of" ? one : { anyOf: [one, { type: "array", items: one }] };
    }
    case "file":
    case "files":
    case "photo":
      return { description: title, anyOf: [{ type: "string", contentEncoding: "binary" }, { type: "array" }] };
    default:
      return text;
  }
}
