// bpmnlint's recommended rules over a file. For tests only.
import { createRequire } from "node:module";
import { BpmnModdle, type ModdleElement } from "bpmn-moddle";

interface Linter {
  lint(root: ModdleElement): Promise<Readonly<Record<string, readonly { id: string; message: string }[]>>>;
}
interface LintPackage {
  readonly Linter: new (options: object) => Linter;
}

const require = createRequire(import.meta.url);

function isPackage(value: unknown): value is LintPackage {
  return typeof value === "object" && value !== null && "Linter" in value;
}

/** Everything the rules report, as "rule: id: message". */
export async function lint(xml: string): Promise<string[]> {
  const bpmnlint: unknown = require("bpmnlint");
  const NodeResolver: new (options: object) => object = require("bpmnlint/lib/resolver/node-resolver.js");
  if (!isPackage(bpmnlint)) throw new Error("bpmnlint has no Linter.");
  const linter = new bpmnlint.Linter({
    config: { extends: "bpmnlint:recommended" },
    resolver: new NodeResolver({ require }),
  });
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const found = await linter.lint(rootElement);
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => `${rule}: ${id}: ${message}`),
  );
}
