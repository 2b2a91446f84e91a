// Answers that are deleted: planned when the case is decided, put off when it opens again, carried out when the day is over (R8).
import type { Service } from "#contract";
import type { Deadline } from "../case.ts";
import type { Moving } from "../moving.ts";
import { withoutResults } from "../results.ts";
import { deletionsOf, keptBeyond, withoutAnswers, withoutAnyAnswers } from "../retention.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";

/** Keeps the deadlines of deletion in step with the case. */
export function planDeletions(moving: Moving): void {
  const wanted = deletionsOf(moving.service, moving.case, moving.days);
  const running = moving.case.deadlines.filter(({ kind, state }) => kind === "deletion" && state === "running");
  const key = ({ at, paths }: Pick<Deadline, "at" | "paths">) => `${at} ${(paths ?? []).join()}`;
  const isWanted = new Set(wanted.map(key));
  const isPlanned = new Set(running.map(key));
  if (running.some((one) => !isWanted.has(key(one))))
    cancelDeadlines(moving, (one) => one.kind === "deletion" && !isWanted.has(key(one)));
  for (const deletion of wanted)
    if (!isPlanned.has(key(deletion))) addDeadline(moving, { kind: "deletion", unit: "days", ...deletion });
}

/** Deletes what this deadline names. The log keeps the fact, never the values. */
export function fireDeletion(moving: Moving, { paths = [] }: Deadline): void {
  const { service, now, days } = moving;
  const all = paths.length === 0;
  // Put in place of the case, never changed into it: members that are gone must not come back.
  moving.case = all
    ? withoutAnyAnswers(moving.case, keptBeyond(service, moving.case), now, days)
    : withoutResults(service, withoutAnswers(moving.case, paths), paths);
  moving.change({ deleted: [...(moving.case.deleted ?? []), { at: now, paths }] });
  moving.erase({ all, sendings: all ? [] : sendingsReading(moving, paths) });
  moving.record("answers deleted", { what: all ? "all" : paths.join(", ") });
  moving.tellHistory({ what: "deleted", ...(all ? {} : { name: paths.join(", ") }) });
}

/** Messages that say one of these answers: their words are deleted with it. */
function sendingsReading({ service, case: { sendings } }: Moving, paths: readonly string[]): string[] {
  return sendings
    .filter(({ message }) => readsOf(service, message).some((read) => touches(read, paths)))
    .map(({ id }) => id);
}

function touches(read: string, paths: readonly string[]): boolean {
  return paths.some((path) => read === path || read.startsWith(`${path}.`) || path.startsWith(`${read}.`));
}

/** Everything that the words of a message read, in the language the service is written in. */
function readsOf(service: Service, name: string): string[] {
  const message = service.messages[name];
  const documents = (message?.attach ?? []).flatMap((attached) => service.documents?.[attached] ?? []);
  const words = [message?.subject, message?.body, ...documents.flatMap(({ title, body }) => [title, body])];
  return words
    .flatMap((said) => Object.values(said ?? {}))
    .flatMap((text) => [...text.matchAll(/\{([^{}]+)\}/g)])
    .flatMap(([, text = ""]) => {
      const fill = service.fills[text];
      if (fill?.rule !== undefined) return service.rules[fill.rule]?.reads ?? [];
      return fill?.path ? [fill.path.join(".")] : [];
    });
}
