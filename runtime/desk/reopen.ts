// Which answers an officer can open again when they ask the applicant for more: those that were asked, that the officer may see
// and that the applicant can give. What a register holds fast is not among them. Pure.
import type { Service } from "#contract";
import { allPages } from "#journey/application.ts";
import { checkAnswers } from "#journey/check-answers.ts";
import type { Journey } from "#journey/shapes.ts";
import { shortLabel } from "./facts.ts";

/** One line of the list; an included set such as an address is one line and several answers. */
export interface Reopenable {
  readonly path: string;
  readonly label: string;
  /** Dotted paths of the answers. */
  readonly answers: readonly string[];
}

/** `isVisible` says what the officer may see. Answers inside lists stay as they were sent. */
export function reopenable(
  service: Service,
  journey: Journey,
  isVisible: (path: string) => boolean,
): readonly Reopenable[] {
  const fields = allPages(journey)
    .filter(({ inItem }) => inItem === undefined)
    .flatMap((page) => page.fields.filter(({ asked, locked }) => asked && !locked));
  const rows = checkAnswers(journey).groups.flatMap((group) => group.rows);
  return rows.flatMap(({ path, label }) => {
    const answers = fields.map((field) => field.path).filter((one) => one === path || one.startsWith(`${path}.`));
    return answers.length > 0 && isVisible(path) ? [{ path, label: shortLabel(service, path, label), answers }] : [];
  });
}
