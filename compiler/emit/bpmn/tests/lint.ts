// Rules of bpmnlint over a file: the recommended ones, and what Camunda's versions can run. For tests only.
import { createRequire } from "node:module";
import { BpmnModdle, type ModdleElement } from "bpmn-moddle";

interface Linter {
  lint(root: ModdleElement): Promise<Readonly<Record<string, readonly { id: string; message: string }[]>>>;
}
interface LintPackage {
  readonly Linter: new (options: object) => Linter;
}

const require = createRequire(import.meta.url);

const zeebe: unknown = require("zeebe-bpmn-moddle/resources/zeebe.json");

function isPackage(value: unknown): value is LintPackage {
  return typeof value === "object" && value !== null && "Linter" in value;
}

/** What a file is held to; of Camunda all versions that the linter knows from 8.8 on, the oldest first. */
export const camundaRules = versionsKnown(require("bpmnlint-plugin-camunda-compat"))
  .filter((version) => version >= 808)
  .sort((one, other) => one - other)
  .map((version) => `plugin:camunda-compat/camunda-cloud-${Math.floor(version / 100)}-${version % 100}`);

/** 8.10 as 810. */
function versionsKnown(plugin: unknown): number[] {
  if (typeof plugin !== "object" || plugin === null || !("configs" in plugin)) throw new Error("No rules of Camunda.");
  return Object.keys(plugin.configs ?? {}).flatMap((name) => {
    const [, major, minor] = /^camunda-cloud-(\d+)-(\d+)$/.exec(name) ?? [];
    return major === undefined ? [] : [Number(major) * 100 + Number(minor)];
  });
}

/** Everything the rules report, as "rule: id: message". */
export async function lint(xml: string, rules = "bpmnlint:recommended"): Promise<string[]> {
  const bpmnlint: unknown = require("bpmnlint");
  const NodeResolver: new (options: object) => object = require("bpmnlint/lib/resolver/node-resolver.js");
  if (!isPackage(bpmnlint)) throw new Error("bpmnlint has no Linter.");
  const linter = new bpmnlint.Linter({
    config: { extends: rules },
    resolver: new NodeResolver({ require }),
  });
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const found = await linter.lint(rootElement);
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => `${rule}: ${id}: ${message}`),
  );
}
