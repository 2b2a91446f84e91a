// Which parts of a page may come to stand on it while it is filled in. Those that are asked now and those that an answer of the page itself
// may open are written; what an earlier page decided against is not there at all.
import type { Part } from "#contract";
import { type ChangesOnPage, changesOnPage } from "#support/changes-on-page.ts";
import { partKey } from "../journey/page-states.ts";
import type { JourneyPage, JourneyPart, PageJourney } from "../journey/shapes.ts";

/** How a part stands on its page. */
export interface Standing {
  /** Asked, or may be opened on the page. */
  readonly stands: boolean;
  /** Names the part among the states of the page. */
  readonly state: string;
  /** It comes and goes with the answers of the page. */
  readonly changes: boolean;
  /** The part as the author wrote it. */
  readonly written?: Part;
}

/** Everything that may change on a page. */
export interface LivePage {
  readonly changes: ChangesOnPage;
  standing(part: JourneyPart): Standing;
}

/** How each part of a page stands. */
export function livePage(journey: PageJourney, page: JourneyPage): LivePage {
  const changes = changesOnPage(journey.service, page.page);
  const all = new Map<JourneyPart, Standing>();
  const holds = (rule: string | undefined) =>
    rule === undefined || journey.rulebook.evaluate(rule, journey.facts, page.place.items) === true;
  const visit = (parts: readonly JourneyPart[], written: readonly Part[], around: Around) => {
    for (const [index, part] of parts.entries()) {
      const one = written[index];
      const rule = one && "showWhen" in one ? one.showWhen : undefined;
      const key = partKey(around.key, index);
      const own = around.changes || changes.rule(rule);
      const state = "path" in part && part.kind !== "shown" ? part.path : key;
      if (part.kind !== "group" || one?.kind !== "group") {
        all.set(part, {
          stands: around.stands && (part.asked || own),
          state,
          changes: own,
          ...(one ? { written: one } : {}),
        });
        continue;
      }
      visit(part.parts, one.parts, { key, changes: own, stands: around.stands && (own || holds(rule)) });
      const inner = part.parts.flatMap((each) => all.get(each) ?? []).filter(({ stands }) => stands);
      // Its title comes and goes with what stands in it.
      const changesAlong = own || inner.every((each) => each.changes);
      all.set(part, { stands: inner.length > 0, state, changes: changesAlong, written: one });
    }
  };
  visit(page.parts, page.page.parts, { key: "", changes: false, stands: true });
  const gone: Standing = { stands: false, state: "", changes: false };
  return { changes, standing: (part) => all.get(part) ?? gone };
}

/** What a part stands in. */
interface Around {
  readonly key: string;
  readonly changes: boolean;
  readonly stands: boolean;
}
