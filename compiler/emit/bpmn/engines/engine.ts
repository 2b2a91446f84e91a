// What engines want to be told in their own way: conditions, timers, loops, who works and which job a step is. One file for each engine;
// the writer asks for it and knows none of them.
import type { ModdleElement } from "bpmn-moddle";
import type { Condition, Step, StepKind } from "../process/process.ts";

/** Makes an element of the meta-model. */
export type Make = (type: string, attributes: Readonly<Record<string, unknown>>) => ModdleElement;

/** Attributes of an element, and what stands in its extension elements. */
export interface Told {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly extensions?: readonly ModdleElement[];
}

/** Text in a language; without one in that of the file. */
export interface Expression {
  readonly language?: string;
  readonly body: string;
}

/** How languages are named: JSONata is what Formwork runs, FEEL is what DMN and Camunda have. */
export const jsonataAddress = "https://jsonata.org";
export const feelAddress = "https://www.omg.org/spec/DMN/20191111/FEEL/";

/** An engine that the file is written for. */
export interface Engine {
  /** Meta-models for bpmn-moddle by prefix. */
  readonly packages: Readonly<Record<string, unknown>>;
  readonly expressionLanguage: string;
  /** Attributes of the whole file. */
  readonly definitions: Readonly<Record<string, string>>;
  /** Elements that the engine knows under another type than BPMN has for them. */
  readonly elementTypes: Readonly<Partial<Record<StepKind, string>>>;
  /** A way's condition as the engine reads it. */
  condition(condition: Condition): Expression;
  /** The same in a further language, for those who read the file. */
  beside(condition: Condition): Expression | undefined;
  /** An instant that the runtime worked out, by its name. */
  instant(name: string): string;
  step(step: Step, make: Make): Told;
  /** What a message that is waited for carries, so that it finds its case. */
  message(make: Make): readonly ModdleElement[];
  /** Done several times at once: attributes of the loop. */
  loop(instances: NonNullable<Step["instances"]>, make: Make): Told;
}

/** The type of a job in every engine: workers ask for jobs by it. */
export function jobType({ type }: { readonly type: string }): string {
  return `formwork.${type}`;
}
