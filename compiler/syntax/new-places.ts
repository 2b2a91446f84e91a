// FW109: a line that needs an outcome or a stage that the text does not have yet: the place is put in with it. Text in, text out.
import type { Edit, Fix } from "../diagnostics/problem.ts";

/** The file, its text, and where the line ends that goes on there. */
export interface LineEnd {
  readonly file: string;
  readonly text: string;
  readonly end: number;
}

/** `take payment of fee within 14 days`, and no outcome for cases that nobody decided: one is put in. */
export function withNewOutcome({ file, text, end }: LineEnd, isGiven: (name: string) => boolean): Fix[] {
  const name = "lapsed";
  if (isGiven(name)) return [];
  const outcome = `outcome ${name} "Closed, because the time is over"`;
  const rest = text.slice(end);
  const edits = [at(file, end, ` otherwise go to ${name}`), at(file, endOfRoute(text) ?? text.length, `\n${outcome}`)];
  return rest.length === 0 ? [] : [{ title: `add  otherwise go to ${name}  and  ${outcome}`, edits }];
}

/**
 * `applicant can appeal within 28 days` below an outcome, and no stage where others look: one is put in, by the role of the one stage that can
 * lead to this outcome, with what else that stage can lead to.
 */
export function withNewStage({ file, text, end }: LineEnd, isGiven: (name: string) => boolean): Fix[] {
  const name = "appeal-review";
  const outcome = /(?:^|\n)outcome ([\p{L}\d-]+)[^\n]*\n(?:[ \t][^\n]*\n?)*$/u.exec(text.slice(0, end))?.[1];
  const close = endOfRoute(text);
  if (outcome === undefined || close === undefined || isGiven(name)) return [];
  const stages = stagesIn(text.slice(0, close));
  const deciding = stages.filter(({ leadsTo }) => leadsTo.includes(outcome));
  const [decided] = deciding;
  const other = decided?.leadsTo.find((place) => place !== outcome && text.includes(`\noutcome ${place} `));
  if (!decided || deciding.length > 1 || decided.role === undefined || other === undefined) return [];
  const lines = [
    `stage ${name} "Somebody else looks at it again" by ${decided.role}`,
    `  not the same person as ${decided.name}`,
    ...decided.shows.map((line) => `  ${line}`),
    `  can allow then go to ${other}`,
    `  can dismiss with reason then go to ${outcome}`,
    "  finish within 20 days",
  ];
  const added = lines.map((line) => `\n${decided.indent}${line}`).join("");
  const title = `add  then go to ${name}  and  ${lines[0]}  with what stands below it`;
  return [{ title, edits: [at(file, close, added), at(file, end, ` then go to ${name}`)] }];
}

interface WrittenStage {
  readonly name: string;
  readonly indent: string;
  readonly role: string | undefined;
  readonly leadsTo: readonly string[];
  /** Whoever worked elsewhere may not work here. */
  readonly isByOthers: boolean;
  readonly shows: readonly string[];
}

/** What the stages of a route say, as it is written. */
export function stagesIn(text: string): WrittenStage[] {
  const blocks = text.split(/\n(?=[ \t]+stage )/).slice(1);
  return blocks.map((block) => {
    const [, indent = "", name = ""] = /^([ \t]+)stage ([\p{L}\d-]+)/u.exec(block) ?? [];
    const [head = ""] = block.split("\n", 1);
    const role = /" by ([\p{L}\d-]+)\s*$/u.exec(head)?.[1];
    const leadsTo = [...block.matchAll(/\bcan [^\n]*then go to ([\p{L}\d-]+)/gu)].flatMap(([, to]) => to ?? []);
    const shows = [...block.matchAll(/\n[ \t]+(shows [^\n#]+)/g)].flatMap(([, line]) => line?.trim() ?? []);
    return { name, indent, role, leadsTo, isByOthers: block.includes("not the same person as"), shows };
  });
}

/** Behind the last line below `route`. */
function endOfRoute(text: string): number | undefined {
  const route = /(?:^|\n)route\b[^\n]*(?:\n[ \t]+[^\n]*|\n(?=\s*\n[ \t]+\S))*/.exec(text);
  return route ? route.index + route[0].trimEnd().length : undefined;
}

function at(file: string, offset: number, text: string): Edit {
  return { span: { file, start: offset, end: offset }, text };
}
