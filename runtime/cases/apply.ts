// One happening to one case, from the store and back: load, advance, write; a conflict is tried once more, then told.
import { advance, nextInstant } from "#routing/advance.ts";
import type { Case } from "#routing/case.ts";
import type { Happening } from "#routing/happening.ts";
import type { CommandRefusal, Outcome, Surroundings } from "./commands.ts";
import { looksOf } from "./looks.ts";
import { closedTo } from "./open.ts";
import { clockKey, type Extras, transitionOf } from "./transition-of.ts";

/** What came of it, for those who hold due work: the lease may be lost. */
export type Applied = Outcome | { readonly ok: false; readonly lost: true };

/** Lets happenings happen. */
export type Apply = (caseId: string, happening: Happening, extras?: Extras) => Promise<Applied>;

/** Ready to apply happenings. */
export function createApply(around: Surroundings): Apply {
  const once = async (caseId: string, happening: Happening, extras: Extras): Promise<Applied | "conflict"> => {
    const { store, definitionOf, wake } = around;
    const before = await store.readCase(caseId);
    const isOfItsOwn = happening.type === "sent" || happening.type === "version-moved";
    const hash = isOfItsOwn ? happening.definition : before?.case.definition;
    if (hash === undefined) return no("no-such-case", "There is no such case.");
    const definition = definitionOf(hash);
    if (!definition) return no("no-such-case", "The service this case belongs to is not installed here.");
    const now = around.now();
    const { service, rulebook, days } = definition;
    const advanced = advance(service, rulebook, before?.case, happening, now, days);
    const { case: after, refused } = advanced;
    if (after && advanced.events.length > 0) {
      const looks = looksOf(definition, caseId, before?.case, after, now);
      const written = await store.transition(
        caseId,
        transitionOf(caseId, before, after, advanced, now, { ...(refused ? {} : extras), looks }),
      );
      if (written.done === "conflict") return "conflict";
      if (written.done === "lost") return { ok: false, lost: true };
      if (written.done === "full") return closedTo("trial-full");
      if (written.done === "repeated") return repeated(around, written.caseId);
      wake?.();
    } else if (extras.finishes && !refused && after) {
      if (!(await endDue(around, caseId, after, extras.finishes))) return { ok: false, lost: true };
    }
    if (refused) return { ok: false, refused };
    return after ? { ok: true, caseId, case: after } : no("no-such-case", "There is no such case.");
  };
  return async (caseId, happening, extras = {}) => {
    for (let tries = 0; tries < 2; tries += 1) {
      const applied = await once(caseId, happening, extras);
      if (applied !== "conflict") return applied;
    }
    return no(
      "changed-meanwhile",
      "Somebody else changed this case at the same moment. Look at it again, then try again.",
    );
  };
}

/** Work that changed nothing is over; a clock that was looked at too early (clocks jump) waits for its instant again. */
function endDue({ store }: Surroundings, caseId: string, present: Case, finishes: Fence): Promise<boolean> {
  const next = finishes.key === clockKey(caseId) ? nextInstant(present) : undefined;
  return next === undefined ? store.finishDue(finishes) : store.postponeDue(finishes, next);
}

type Fence = NonNullable<Extras["finishes"]>;

async function repeated({ store }: Surroundings, caseId: string): Promise<Outcome> {
  const stored = await store.readCase(caseId);
  return stored ? { ok: true, caseId, case: stored.case } : no("no-such-case", "There is no such case.");
}

/** A refusal of a command. */
export function no(
  code: CommandRefusal["code"],
  words: string,
): { readonly ok: false; readonly refused: CommandRefusal } {
  return { ok: false, refused: { code, words } };
}
