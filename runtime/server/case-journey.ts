// A sent case walked as a journey again, so that its answers are shown by the same code that asked for them. Pure.
import type { Draft, FileAnswer } from "#contract/facts.ts";
import { filesIn } from "#journey/read-posted.ts";
import { buildSetting } from "#journey/setting.ts";
import type { Journey } from "#journey/shapes.ts";
import { walk } from "#journey/walk.ts";
import type { Case } from "#routing/case.ts";
import type { Bundle } from "./bundles.ts";

/** The journey of what was sent, at the moment it was sent, in a language. */
export function walkCase({ service, rulebook }: Bundle, one: Case, language: string): Journey {
  return walk(service, rulebook, draftOf(one), buildSetting(service, one.sentAt, language));
}

/** Every file of a case: in answers, as proof of corrections, in answers to officers' questions, and what stood there before those. */
export function filesOfCase(one: Case): FileAnswer[] {
  const later = one.requests
    .flatMap(({ files = [], changes = [] }) => [...files, ...changes.flatMap(({ old }) => old)])
    .filter(isFile);
  return [...filesIn(draftOf(one)), ...later];
}

/** Whether a value is a file that was uploaded. */
export function isFile(value: unknown): value is FileAnswer {
  return value instanceof Object && "id" in value && "sha256" in value && "name" in value;
}

/** What was sent, as a draft again. */
export function draftOf(one: Case): Draft {
  const { answers, origins, fetched, identity, carried } = one;
  return { answers, origins, fetched, passed: [], ...(identity && { identity }), ...(carried && { carried }) };
}
