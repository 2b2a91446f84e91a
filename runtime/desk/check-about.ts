// The item that a check is about, as a group of facts of its own: only what the check shows of it. Pure.
import type { Check, Service } from "#contract";
import { showLines } from "#journey/fill.ts";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case } from "#routing/case.ts";
import { itemsOf } from "#routing/results.ts";
import { valueAt } from "#support/facts.ts";
import type { FactGroup } from "./case-page.ts";
import { itemName } from "./item-name.ts";

/** Undefined for a check that is about no item, or shows nothing of it. `isOpen`: what privacy does not keep to other roles. */
export function aboutItem(
  service: Service,
  present: Case,
  check: Check,
  item: string | undefined,
  setting: Setting,
  isOpen: (path: string) => boolean,
): FactGroup | undefined {
  const list = check.forEach?.list ?? [];
  const found = itemsOf(present.answers, list).find(({ id }) => id === item)?.item;
  if (!check.forEach || item === undefined || !found) return undefined;
  const start = `${list.join(".")}.`;
  const rows = check.shows
    .filter((path) => path.startsWith(start) && isOpen(path))
    .flatMap((path) => {
      const named = service.names[path];
      const value = valueAt(found, path.slice(start.length).split("."));
      if (!named || value === undefined) return [];
      const lines = showLines(value, named.type, service, setting).map((text) => ({ text }));
      return [{ label: wordsIn(named.label, "en") || named.name, lines }];
    });
  return rows.length > 0 ? { title: `About ${itemName(service, present, check, item)}`, rows } : undefined;
}
