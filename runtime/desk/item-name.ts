// What an item of a list is called on an officer's page: the first words that were given of it. Pure.
import type { Check, Service } from "#contract";
import type { Case } from "#routing/case.ts";
import { itemsOf } from "#routing/results.ts";

/** The first text among what was given of the item; its number where there is none. */
export function itemName(service: Service, present: Case, check: Check, item: string): string {
  const { forEach } = check;
  const items = forEach ? itemsOf(present.answers, forEach.list) : [];
  const index = items.findIndex(({ id }) => id === item);
  const list = forEach?.list.join(".") ?? "";
  const words = Object.entries(items[index]?.item ?? {}).flatMap(([key, value]) => {
    const kind = service.names[`${list}.${key}`]?.type.kind;
    return typeof value === "string" && (kind === "full-name" || kind === "text") ? [value] : [];
  });
  return words[0] ?? `${forEach?.name ?? ""} ${index + 1}`.trim();
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
