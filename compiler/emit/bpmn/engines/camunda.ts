// Camunda 8 (Zeebe): conditions and instants in FEEL behind "=", jobs by type, user tasks with candidate groups, messages by the case's
// number. Its engine stops at a condition that is null, so every condition here is yes or no.
import { createRequire } from "node:module";
import { feelText } from "../../feel/condition.ts";
import type { Condition, Job, Result, Work } from "../process/process.ts";
import { type Engine, feelAddress, jobType, jsonataAddress, type Make, type Told } from "./engine.ts";

const require = createRequire(import.meta.url);

/** Camunda's modeller opens a file for the engine that it names. */
const modelerPackage = {
  name: "Modeler",
  uri: "http://camunda.org/schema/modeler/1.0",
  prefix: "modeler",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Definitions",
      extends: ["bpmn:Definitions"],
      properties: ["executionPlatform", "executionPlatformVersion"].map((name) => ({
        name,
        isAttr: true,
        type: "String",
      })),
    },
  ],
};

/** The file for Camunda 8.8 and newer. */
export const camunda: Engine = {
  packages: { zeebe: require("zeebe-bpmn-moddle/resources/zeebe.json"), modeler: modelerPackage },
  expressionLanguage: feelAddress,
  definitions: { "modeler:executionPlatform": "Camunda Cloud", "modeler:executionPlatformVersion": "8.8.0" },
  elementTypes: {},
  condition: (condition) => ({ body: `=${conditionText(condition)}` }),
  beside: ({ jsonata }) => ({ language: jsonataAddress, body: jsonata }),
  instant: (name) => `=${memberText("deadlines", name)}`,
  step: ({ work, job }, make) => (work ? worked(work, make) : job ? done(job, make) : {}),
  message: (make) => [make("zeebe:Subscription", { correlationKey: "=caseNumber" })],
  loop: (instances, make) => {
    const list = "count" in instances ? "" : instances.list.join(".");
    const inputCollection =
      "count" in instances
        ? `=for number in 1..${instances.count} return number`
        : `=if ${list} = null then [] else ${list}`;
    return { extensions: [make("zeebe:LoopCharacteristics", { inputCollection, inputElement: "item" })] };
  },
};

function conditionText({ feel, reads }: Condition): string {
  if (feel === undefined) return resultText(reads);
  // What was chosen is known; what a rule compares may be missing, and then FEEL may give null.
  return reads.from === "chosen" ? feel : `(${feel}) = true`;
}

/** Equality with a value is yes or no, never null. */
function resultText({ from, name, is }: Result): string {
  return `${memberText(from, name)} = ${typeof is === "string" ? feelText(is) : is}`;
}

/** Names may hold hyphens and spaces, which FEEL would read as sums and other names. */
function memberText(from: string, name: string): string {
  return `get value(${from}, ${feelText(name)})`;
}

function worked({ groups, agency, isApplicants, form, due }: Work, make: Make): Told {
  const assigned = {
    ...(isApplicants && { assignee: "=applicant" }),
    ...(groups.length > 0 && { candidateGroups: groups.join(", ") }),
    ...(agency !== undefined && { candidateGroups: `=[${memberText("rules", agency)}]` }),
  };
  return {
    extensions: [
      make("zeebe:UserTask", {}),
      ...(Object.keys(assigned).length > 0 ? [make("zeebe:AssignmentDefinition", assigned)] : []),
      make("zeebe:FormDefinition", { externalReference: form }),
      ...(due === undefined ? [] : [make("zeebe:TaskSchedule", { dueDate: `=${memberText("deadlines", due)}` })]),
    ],
  };
}

function done(job: Job, make: Make): Told {
  const headers = Object.entries(job.about).map(([key, value]) => make("zeebe:Header", { key, value }));
  return {
    extensions: [
      make("zeebe:TaskDefinition", { type: jobType(job) }),
      ...(headers.length > 0 ? [make("zeebe:TaskHeaders", { values: headers })] : []),
    ],
  };
}
