// Items of a list: added, removed, moved. Each keeps its own id, so an answer never lands on the wrong item.
import type { Draft, Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { answerAt, withAnswer, withoutAnswer } from "./path.ts";

/** The draft with one more, empty item at the end. `path` is the list's dotted path; `id` a fresh one from the host. */
export function addItem(draft: Draft, path: string, id: string): Draft {
  const list = listAt(draft, path);
  if (list.some((item) => own(item, "id") === id)) return draft;
  return { ...draft, answers: withAnswer(draft.answers, path, [...list, { id }]) };
}

/** The draft without the item, its answers and their origins. An id that is not there changes nothing. */
export function removeItem(draft: Draft, path: string, id: string): Draft {
  const list = listAt(draft, path).filter((item) => own(item, "id") !== id);
  const inside = `${path}.${id}.`;
  return {
    ...draft,
    answers: list.length === 0 ? withoutAnswer(draft.answers, path) : withAnswer(draft.answers, path, list),
    origins: Object.fromEntries(Object.entries(draft.origins).filter(([key]) => !key.startsWith(inside))),
    fetched: Object.fromEntries(Object.entries(draft.fetched).filter(([key]) => !key.startsWith(inside))),
    passed: draft.passed.filter((address) => !address.includes(`/${id}/`)),
  };
}

/** The draft with the item at another place of its list, counted from 0. */
export function moveItem(draft: Draft, path: string, id: string, to: number): Draft {
  const list = listAt(draft, path);
  const item = list.find((one) => own(one, "id") === id);
  if (item === undefined) return draft;
  const others = list.filter((one) => one !== item);
  return { ...draft, answers: withAnswer(draft.answers, path, [...others.slice(0, to), item, ...others.slice(to)]) };
}

function listAt(draft: Draft, path: string): readonly Value[] {
  const list = answerAt(draft.answers, path);
  return Array.isArray(list) ? list : [];
}
