// Turns another system's JSON into ours by a JSONata text from the deployment file, inside limits:
// no $eval, bounded depth, time and length of lists. The text is the operator's; the JSON is a stranger's.
import jsonata from "jsonata";

/** A JSONata text that was checked and is ready to use. */
export type Mapping = (json: unknown) => Promise<unknown>;

/** A mapping that cannot be used, said in words. */
export class MappingProblem extends Error {
  override readonly name = "MappingProblem";
}

const limits = { timeout: 200, stack: 60, sequence: 10_000 };

/** Functions that run text as code, or that make an answer depend on anything but the register's JSON. */
const forbidden = new Set(["eval", "now", "millis", "random", "shuffle"]);

/** Reads a mapping once, at start. Throws MappingProblem with what is wrong; `key` is where it stands in the deployment file. */
export function prepareMapping(text: string, key: string): Mapping {
  const expression = parse(text, key);
  const used = variablesOf(expression.ast()).find((name) => forbidden.has(name));
  if (used) throw new MappingProblem(`${key}: It uses $${used}, which a mapping may not.`);
  for (const name of forbidden) expression.assign(name, undefined);
  return async (json) => structured(await expression.evaluate(json));
}

function parse(text: string, key: string): jsonata.Expression {
  try {
    return jsonata(text, limits);
  } catch (error) {
    const said = error instanceof Object && "message" in error ? String(error.message) : String(error);
    throw new MappingProblem(`${key}: It is not JSONata: ${said}`);
  }
}

/** Plain JSON values: JSONata marks its lists with members of its own, and may give functions. */
function structured(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Every name that stands after a $ in the expression, however deep. */
function variablesOf(node: unknown): string[] {
  const names: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return;
    if ("type" in part && part.type === "variable" && "value" in part) names.push(String(part.value));
    Object.values(part).forEach(visit);
  };
  visit(node);
  return names;
}
