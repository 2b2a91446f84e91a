// Names and values of work that several people do: checks of a stage, several different people, people who are invited.

import type { Line } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { nameAt, pathsAfter, wordOf } from "../line.ts";
import type { Datum } from "../model.ts";
import { insideItem, itemNamed, newItem } from "./items.ts";
import { keyOf } from "./keys.ts";
import { declareDatum, declareName } from "./names.ts";
import { saidOf } from "./said.ts";

/** The `check` lines of a stage. */
export function checkLines(stage: Line): Line[] {
  return stage.children
    .filter((line) => line.form === "at the same time")
    .flatMap((line) => line.children.filter(isCheck));
}

/** A `check` line that could be read. */
export function isCheck(line: Line): boolean {
  return wordOf(line) === "check" && line.form !== undefined;
}

/** What each of several different people chose, as a part of the stage's or check's name: `scoring's choice`. */
export const choicePart = "choice";

/** Declares the names of a stage's checks, and the people whom it or they invite. */
export function declareChecks(building: Building, stage: Line): void {
  for (const check of checkLines(stage)) {
    const name = nameAt(check);
    if (name) declareName(building, "check", name, "check");
  }
  for (const block of [stage, ...checkLines(stage)])
    for (const line of block.children) {
      const invited = wordOf(line) === "invite" ? nameAt(line) : undefined;
      if (!invited) continue;
      if (building.names.role.get(invited.name)?.what !== invitedPerson)
        declareName(building, "role", invited, invitedPerson);
      declareInvited(building, invited.name);
    }
}

/** What is known of somebody who took an invitation up: the name they signed in with. An answer of that name stands over it. */
function declareInvited(building: Building, name: string): void {
  const said = saidOf([name, "full-name"]);
  if (!building.data.has(said))
    declareDatum(building, { said, path: [keyOf(name), "fullName"], from: "case", type: { kind: "full-name" } });
}

const invitedPerson = "invited person";

/**
 * Where what is recorded below a stage or check stands: in the case; for each of several people under the stage's or
 * check's own name; in a check for each item, in that item.
 */
export function workScope(building: Building, block: Line, around: Scope): Scope {
  const [each] = pathsAfter(block, "for", "each");
  const item =
    each &&
    itemNamed(
      building,
      each.words.map((word) => word.name),
      around,
    );
  if (item) return insideItem(around, item);
  const name = nameAt(block);
  if (!name || !isDoneBySeveral(block)) return around;
  const own = building.items.get(name.name) ?? newItem(building, [name.name], [keyOf(name.name)]);
  return insideItem(around, own);
}

/**
 * `done by 3 different people`, where what they chose is a list under the name of the stage or check. In a check for each item
 * what they agree on is the item's own value instead.
 */
export function isDoneBySeveral(block: Line): boolean {
  return (
    pathsAfter(block, "for", "each").length === 0 &&
    block.children.some((line) => line.form === "done by <num> different people")
  );
}

/** Declares the value that the name of a stage or check stands for, when something can be chosen there. */
export function declareChoice(building: Building, block: Line, choices: readonly string[], around: Scope): void {
  const name = nameAt(block);
  if (!name) return;
  const scope = workScope(building, block, around);
  const whole: Datum = { said: name.name, path: [keyOf(name.name)], from: "stage", at: name.span, line: block };
  if (scope.item?.name === name.name) {
    building.items.set(name.name, scope.item);
    declareDatum(building, { ...whole, type: { kind: "list" } });
    const part = { said: saidOf([name.name, choicePart]), path: [choicePart], item: scope.item };
    declareDatum(building, { ...part, from: "stage", line: block, type: { kind: "stage" }, choices });
  } else if (choices.length > 0) {
    const said = saidOf([...scope.said, name.name]);
    const of = scope.item ? { item: scope.item } : {};
    declareDatum(building, { ...whole, said, ...of, type: { kind: "stage" }, choices });
  } else if (checkLines(block).length > 0) {
    declareDatum(building, { ...whole, type: { kind: "record" } });
  }
}
