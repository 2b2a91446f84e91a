// No engine in particular: standard BPMN, conditions in JSONata, for modellers and for whoever maps it to an engine of their own.
import { type Engine, feelAddress, jsonataAddress } from "./engine.ts";

/** The file that every bundle calls process.bpmn. */
export const noEngine: Engine = {
  packages: {},
  expressionLanguage: jsonataAddress,
  definitions: {},
  elementTypes: {},
  condition: ({ jsonata }) => ({ language: jsonataAddress, body: jsonata }),
  beside: ({ feel }) => (feel === undefined ? undefined : { language: feelAddress, body: feel }),
  instant: (name) => `deadlines.\`${name.replaceAll("`", "'")}\``,
  step: () => ({}),
  message: () => [],
  loop: (instances, make) => {
    const body = "count" in instances ? String(instances.count) : `$count(${instances.list.join(".")})`;
    return {
      attributes: { loopCardinality: make("bpmn:FormalExpression", { language: jsonataAddress, body }) },
    };
  },
};
