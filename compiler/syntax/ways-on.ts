// FW109: where a case may go from a line that does not say so: the stages and outcomes that the text names. Text in, text out.

import { stagesIn } from "./new-places.ts";

/** Ends with which the line may be whole, and what is said about them. */
export interface WaysOn {
  readonly ends: readonly string[];
  readonly explanation: readonly string[];
}

const none: WaysOn = { ends: [], explanation: [] };
/** Outcomes for cases that nobody decided. */
const undecided = /laps|withdr|cancel|clos|expir|ended|timed-out/;
const another = /appeal|review|reconsider|look-again|again|complain|object/;

/** `words` are those that may come next in a line of this form; `offset` is where it ends in the text. */
export function waysOn(form: string, words: readonly string[], text: string, offset: number): WaysOn {
  if (words.includes("otherwise") && !form.includes("[otherwise (tell")) {
    const without = form.includes("go on without it") ? ["otherwise go on without it"] : [];
    const outcomes = named(/^outcome ([\p{L}\d-]+)/gmu, text).filter((name) => undecided.test(name));
    const explanation =
      "Say where the case goes when the time is over:  otherwise go to …  with a stage or an outcome.";
    return { ends: [...without, ...outcomes.map((name) => `otherwise go to ${name}`)], explanation: [explanation] };
  }
  if (!words.includes("then")) return none;
  if (form.startsWith("can ask for more information")) {
    const [own] = named(/^\s+stage ([\p{L}\d-]+)/gmu, text.slice(0, offset)).slice(-1);
    const explanation = "Say where the case goes on once the applicant has answered.";
    return { ends: own === undefined ? [] : [`then go to ${own}`], explanation: [explanation] };
  }
  if (!form.startsWith("applicant can <n>") || !form.includes("within <d>")) return none;
  const [outcome] = named(/^outcome ([\p{L}\d-]+)/gmu, text.slice(0, offset)).slice(-1);
  // Whoever decided does not look again at it.
  const stages = stagesIn(text).filter(
    ({ name, leadsTo, isByOthers }) => another.test(name) && (isByOthers || !leadsTo.includes(outcome ?? "")),
  );
  const explanation =
    'Say at which stage people look at it again:  then go to …  Where nobody here can, people read why:  no appeal because "…"';
  return { ends: stages.map(({ name }) => `then go to ${name}`), explanation: [explanation] };
}

function named(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
