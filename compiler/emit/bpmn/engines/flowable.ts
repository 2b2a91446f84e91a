// Flowable: conditions read results that the service gives, because its language would stop at an answer that is missing; jobs are
// external-worker tasks by topic, user tasks have candidate groups. Its send task knows no workers, so it is a service task here.
import type { Job, Result, Work } from "../process/process.ts";
import { type Engine, jobType, jsonataAddress, type Make, type Told } from "./engine.ts";

const attribute = (name: string): object => ({ name, isAttr: true, type: "String" });

const flowablePackage = {
  name: "Flowable",
  uri: "http://flowable.org/bpmn",
  prefix: "flowable",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Assigned",
      extends: ["bpmn:UserTask"],
      properties: ["assignee", "candidateGroups", "formKey", "dueDate"].map(attribute),
    },
    { name: "Worked", extends: ["bpmn:ServiceTask"], properties: ["type", "topic"].map(attribute) },
    { name: "Field", superClass: ["Element"], properties: ["name", "stringValue"].map(attribute) },
  ],
};

/** The file for Flowable. */
export const flowable: Engine = {
  packages: { flowable: flowablePackage },
  expressionLanguage: "http://java.sun.com/products/jsp/",
  definitions: {},
  elementTypes: { send: "bpmn:ServiceTask" },
  condition: ({ reads }) => ({ body: inBraces(resultText(reads)) }),
  beside: ({ jsonata }) => ({ language: jsonataAddress, body: jsonata }),
  instant: (name) => inBraces(memberText("deadlines", name)),
  step: ({ work, job }, make) => (work ? worked(work) : job ? done(job, make) : {}),
  message: () => [],
  loop: (instances, make) => {
    const body = "count" in instances ? String(instances.count) : inBraces(`${instances.list.join(".")}.size()`);
    return { attributes: { loopCardinality: make("bpmn:FormalExpression", { body }) } };
  },
};

function inBraces(expression: string): string {
  return `\${${expression}}`;
}

function resultText({ from, name, is }: Result): string {
  const value = from === "chosen" && /^[A-Za-z_]\w*$/.test(name) ? name : memberText(from, name);
  return `${value} == ${typeof is === "string" ? text(is) : is}`;
}

function memberText(from: string, name: string): string {
  return `${from}[${text(name)}]`;
}

function text(value: string): string {
  return `'${value.replace(/[\\']/g, "\\$&")}'`;
}

function worked({ groups, agency, isApplicants, form, due }: Work): Told {
  return {
    attributes: {
      ...(isApplicants && { "flowable:assignee": inBraces("applicant") }),
      ...(groups.length > 0 && { "flowable:candidateGroups": groups.join(",") }),
      ...(agency !== undefined && { "flowable:candidateGroups": inBraces(memberText("rules", agency)) }),
      "flowable:formKey": form,
      ...(due !== undefined && { "flowable:dueDate": inBraces(memberText("deadlines", due)) }),
    },
  };
}

function done(job: Job, make: Make): Told {
  return {
    attributes: { "flowable:type": "external-worker", "flowable:topic": jobType(job) },
    extensions: Object.entries(job.about).map(([name, stringValue]) => make("flowable:Field", { name, stringValue })),
  };
}
