// What `npm run new` lays out: for each kind of part its files with a first text, and the places where it is then entered by hand.
// Every first text is honest: it compiles, and its test fails until the part does something.

/** Files to write, by path from the top of the house, and what to do next, in order. */
export interface Layout {
  readonly files: Readonly<Record<string, string>>;
  readonly next: readonly string[];
}

/** What a layout is made from: the name as given ("names/name-too-long") and the codes that are taken ("FW201"). */
export interface Wish {
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

export const scaffolds = { check: layOutCheck, field: layOutField, step: layOutStep, emitter: layOutEmitter };

/** First digit of the codes of each area (language guide, section on diagnostics). */
const areas: Readonly<Record<string, number>> = {
  names: 2,
  kinds: 3,
  logic: 4,
  tables: 4,
  route: 5,
  people: 6,
  examples: 7,
  versions: 8,
};

/** Codes that the language design keeps for named problems; a new problem never takes one. */
const kept =
  "FW108 FW111 FW112 FW202 FW203 FW204 FW205 FW303 FW304 FW306 FW405 FW406 FW407 FW408 FW411 FW412 FW413 FW501 FW502 FW503 FW504 FW505 FW506 FW507 FW508 FW601 FW602 FW603 FW604 FW605 FW606 FW611 FW612 FW613 FW701 FW702 FW801 FW802 FW803 FW804".split(
    " ",
  );

function layOutCheck({ name, codes }: Wish): Layout {
  const [area = "", slug = ""] = name.split("/");
  const digit = areas[area];
  if (!digit || !slug) {
    throw new RangeError(
      `A check stands in one of the areas ${Object.keys(areas).join(", ")}. For example: names/name-too-long`,
    );
  }
  const code = freeCode(digit, codes);
  const words = slug.replaceAll("-", " ");
  const sentence = words[0]?.toUpperCase() + words.slice(1);
  return {
    files: {
      [`compiler/diagnostics/catalogue/${code}-${slug}.md`]: `# ${code} ${sentence}

Severity: Stop
Message: "{name}" … say in one sentence what is wrong

## Why

Say why it matters to the people who use the service.

## Fix

Say what to write instead.

## Bad

\`\`\`service
service permit "Permit"
\`\`\`

## Good

\`\`\`service
service permit "Permit"
\`\`\`
`,
      [`compiler/check/${area}/${slug}.ts`]: `// ${code}: ${words}.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";

/** Finds every place where … */
export function check${camel(slug, true)}(model: Model): Problem[] {
  return model.tree.lines
    .filter((line) => line.form === undefined)
    .map((line) => problems.${camel(slug)}(line.span, { name: line.word }));
}
`,
      [`compiler/tests/samples/check/${slug}/bad.service`]: 'service permit "Permit"\n',
      [`compiler/tests/samples/check/${slug}/expected.txt`]: `${code} Stop\n`,
      [`compiler/tests/samples/check/${slug}/fixed.service`]: 'service permit "Permit"\n',
    },
    next: [
      `write the page compiler/diagnostics/catalogue/${code}-${slug}.md, then npm run generate`,
      `write compiler/check/${area}/${slug}.ts and enter check${camel(slug, true)} in compiler/check/check-model.ts`,
      `write bad.service and fixed.service, then npm run accept, and read the diff`,
      "then follow the type errors",
    ],
  };
}

function freeCode(digit: number, codes: ReadonlySet<string>): string {
  for (let number = digit * 100 + 1; number < digit * 100 + 100; number++) {
    const code = `FW${number}`;
    if (!codes.has(code) && !kept.includes(code)) return code;
  }
  throw new RangeError(`All codes from FW${digit}01 to FW${digit}99 are taken.`);
}

function layOutField({ name }: Wish): Layout {
  const folder = `forms/fields/${name}`;
  return {
    files: {
      [`${folder}/answer.ts`]: `// A ${name.replaceAll("-", " ")} as an answer: read, tidied, shown. No HTML.
import { textKind } from "../text/answer.ts";

export const ${camel(name)} = textKind({});
`,
      [`${folder}/template.ts`]: `// A ${name.replaceAll("-", " ")}: the native control.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { textTemplate } from "../text/template.ts";

export function ${camel(name)}(view: FieldView): TemplateResult {
  return textTemplate({})(view);
}
`,
      [`${folder}/field.yaml`]: `# Named examples of ${name}: what is typed, what is kept, what is shown; what is refused, and in which words.
kind: ${name}
missing: "say what to enter"
kept:
  - typed: { "": "an example" }
    value: "an example"
    shown: ["an example"]
refused: []
`,
    },
    next: [
      `enter "${name}" in the kinds of type in compiler/contract/service.schema.json if it is new, then npm run generate`,
      `enter ${camel(name)} in forms/fields/answer-kinds.ts and forms/fields/field-templates.ts`,
      "write its words in forms/words/en.mf2 and cy.mf2, then npm run generate",
      "npm test -- forms/fields, then follow the type errors",
    ],
  };
}

function layOutStep({ name }: Wish): Layout {
  const handler = `on${camel(name, true)}`;
  return {
    files: {
      [`runtime/routing/steps/${name}.ts`]: `// ${name.replaceAll("-", " ")}: what this step does to a case. Pure: no clock, no disk.
import type { Led, Moving } from "../moving.ts";
import { refuse } from "../moving.ts";

/** What comes of it; a refusal says why in words. */
export function ${handler}(_moving: Moving): Led {
  return refuse("not-offered", "This cannot be done now.");
}
`,
      [`runtime/routing/steps/${name}.test.ts`]: `// ${name.replaceAll("-", " ")}, against the rulings R0 to R22 of the language.
import { expect, test } from "vitest";
import { ${handler} } from "./${name}.ts";

test("${name.replaceAll("-", " ")}: say what must be true afterwards", () => {
  expect(typeof ${handler}).toBe("a step with a test of its own");
});
`,
    },
    next: [
      "add the line to the contract: stage, effect or happening (compiler/contract/service.schema.json), then npm run generate",
      "add its happening to runtime/routing/happening.ts and enter the step in runtime/routing/advance.ts",
      "build it in compiler/model from its line form, and emit it in compiler/emit/contract",
      "then follow the type errors",
    ],
  };
}

function layOutEmitter({ name }: Wish): Layout {
  const emit = `emit${camel(name, true)}`;
  return {
    files: {
      [`compiler/emit/${name}/${name}.ts`]: `// ${name.replaceAll("-", " ")}: one output of the compiler, from the contract. Same service, same bytes.
import type { Service } from "#contract";

/** The text of the output. */
export function ${emit}(service: Service): string {
  return \`\${service.name}\\n\`;
}
`,
      [`compiler/emit/${name}/${name}.test.ts`]: `// ${name.replaceAll("-", " ")}: checked by a tool that we did not write.
import { expect, test } from "vitest";
import { parking } from "../tests/parking.ts";
import { ${emit} } from "./${name}.ts";

test("the same service gives the same text, and another tool reads it", () => {
  expect(${emit}(parking)).toBe(${emit}(parking));
  expect("the other tool's verdict").toBe("good");
});
`,
    },
    next: [
      `enter ${emit} in compiler/emit/bundle/bundle.ts and its file name in compiler/contract/bundle.ts`,
      "name the tool that checks it in the test",
      "then follow the type errors",
    ],
  };
}

function camel(name: string, capital = false): string {
  const joined = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return capital ? (joined[0] ?? "").toUpperCase() + joined.slice(1) : joined;
}
