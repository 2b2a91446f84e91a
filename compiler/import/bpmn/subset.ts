// Which elements of BPMN 2.0 are read, which stand beside the route and change nothing, and what to draw instead of the others.

/** Steps, events and gateways that can be taken over. */
export const flowNodes: ReadonlySet<string> = new Set([
  "startEvent",
  "endEvent",
  "intermediateCatchEvent",
  "intermediateThrowEvent",
  "boundaryEvent",
  "task",
  "userTask",
  "manualTask",
  "serviceTask",
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "receiveTask",
  "callActivity",
  "subProcess",
  "exclusiveGateway",
  "parallelGateway",
  "inclusiveGateway",
  "eventBasedGateway",
]);

/** Stand in a process and lead no case anywhere. */
export const besideTheRoute: ReadonlySet<string> = new Set([
  "documentation",
  "extensionElements",
  "auditing",
  "monitoring",
  "property",
  "ioSpecification",
  "ioBinding",
  "supportedInterfaceRef",
  "laneSet",
  "lane",
  "textAnnotation",
  "association",
  "group",
  "dataObject",
  "dataObjectReference",
  "dataStoreReference",
  "dataInput",
  "dataOutput",
  "dataInputAssociation",
  "dataOutputAssociation",
  "inputSet",
  "outputSet",
  "dataState",
  "incoming",
  "outgoing",
  "performer",
  "humanPerformer",
  "potentialOwner",
  "resourceRole",
  "rendering",
  "correlationSubscription",
  "script",
  "flowNodeRef",
  "text",
  "sequenceFlow",
  "childLaneSet",
  "partitionElement",
  "categoryValueRef",
  "messageFlow",
]);

/** At the top of a file: what is read, and what may stand there. */
export const atTheTop: ReadonlySet<string> = new Set([
  "process",
  "collaboration",
  "message",
  "error",
  "escalation",
  "signal",
  "itemDefinition",
  "dataStore",
  "import",
  "extension",
  "category",
  "interface",
  "resource",
  "relationship",
  "partnerEntity",
  "partnerRole",
  "endPoint",
  "correlationProperty",
  "documentation",
  "extensionElements",
  "globalTask",
  "globalUserTask",
  "globalManualTask",
  "globalScriptTask",
  "globalBusinessRuleTask",
  "messageEventDefinition",
  "timerEventDefinition",
  "errorEventDefinition",
  "escalationEventDefinition",
]);

export const inCollaboration: ReadonlySet<string> = new Set([
  "participant",
  "messageFlow",
  "documentation",
  "extensionElements",
  "textAnnotation",
  "association",
  "group",
  "correlationKey",
  "messageFlowAssociation",
  "participantAssociation",
]);

/** Event definitions that can be taken over. */
export const events: ReadonlyMap<string, "message" | "timer" | "error" | "escalation" | "terminate"> = new Map([
  ["messageEventDefinition", "message"],
  ["timerEventDefinition", "timer"],
  ["errorEventDefinition", "error"],
  ["escalationEventDefinition", "escalation"],
  ["terminateEventDefinition", "terminate"],
]);

interface Words {
  readonly reason: string;
  readonly instead: string;
}

const refused: ReadonlyMap<string, Words> = new Map([
  [
    "complexGateway",
    {
      reason:
        "A complex gateway says by an expression how many ways are taken and waited for; a route has no such step.",
      instead: "an exclusive gateway where one way is taken, or a pair of parallel gateways where all are.",
    },
  ],
  [
    "adHocSubProcess",
    {
      reason: "The steps of an ad-hoc sub-process have no order, so nobody can say what comes next.",
      instead: "one user task that names all of the work, or a pair of parallel gateways around the steps.",
    },
  ],
  [
    "transaction",
    {
      reason: "A transaction takes back what was done; decisions about people are not taken back by a drawing.",
      instead: "an embedded sub-process, with a flow to the steps that put things right.",
    },
  ],
  [
    "signalEventDefinition",
    {
      reason: "A signal is heard by everybody who listens, in any process; a case hears only what is meant for it.",
      instead: "a message event with a message flow from the pool that sends it.",
    },
  ],
  [
    "conditionalEventDefinition",
    {
      reason:
        "A conditional event happens whenever data somewhere changes; a case looks at its rules only when something happens to it.",
      instead: "a message event for what happens, and an exclusive gateway with the condition behind it.",
    },
  ],
  [
    "linkEventDefinition",
    {
      reason: "A link event is a flow that is not drawn.",
      instead: "the sequence flow itself, from the step before to the step after.",
    },
  ],
  [
    "compensateEventDefinition",
    {
      reason: "Compensation takes back what was done; a route has no such step.",
      instead: "an exclusive gateway with a flow to the steps that put things right.",
    },
  ],
  [
    "cancelEventDefinition",
    {
      reason: "A cancel event belongs to a transaction; a route has neither.",
      instead: "an error end event inside a sub-process, caught at its border.",
    },
  ],
  [
    "choreography",
    {
      reason: "A choreography shows messages between parties and nobody's own steps.",
      instead: "the agency's own process in a pool, with message flows to the other pools.",
    },
  ],
  [
    "conversation",
    {
      reason: "A conversation shows who talks to whom and no steps.",
      instead: "the agency's own process in a pool, with message flows to the other pools.",
    },
  ],
  [
    "standardLoopCharacteristics",
    {
      reason: "A loop marker repeats a step until an expression says stop, and nobody sees when that is.",
      instead: "an exclusive gateway behind the step, with a flow back to it.",
    },
  ],
]);

/** Why this element is not taken over, and what to draw instead. */
export function whyRefused(name: string): Words {
  const found = refused.get(refused.has(name) ? name : name.replace(/^global(?=[A-Z])/, ""));
  if (found) return found;
  if (/choreography/i.test(name)) return refused.get("choreography") ?? unknown(name);
  if (/conversation/i.test(name) || name === "callConversation") return refused.get("conversation") ?? unknown(name);
  return unknown(name);
}

function unknown(name: string): Words {
  return {
    reason: `BPMN 2.0 has no element “${name}” in this place that a route could follow.`,
    instead: "leave it out, or draw it with tasks, events and gateways of BPMN 2.0.",
  };
}

/** What people call a kind of step. */
export function called(kind: string): string {
  return kind.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
