// What was sent, as its applicant and whoever signs it read it.
import { checkAnswers } from "#journey/check-answers.ts";
import type { SentAnswer } from "../../portal/application-page.ts";
import { walkCase } from "../case-journey.ts";
import type { OwnCase } from "../own-case.ts";

/** The answers in the reader's language. `files`: the address under which files are opened; undefined shows their names only. */
export function sentAnswers(
  { bundle, stored, setting }: Pick<OwnCase, "bundle" | "stored" | "setting">,
  files: string | undefined,
): SentAnswer[] {
  const { groups } = checkAnswers(walkCase(bundle, stored.case, setting.language));
  return groups.flatMap(({ rows }) =>
    rows
      .filter(({ lines }) => lines.length > 0)
      .map(({ label, lines }) => ({
        label,
        lines: lines.map(({ text, code, file }) => ({
          text,
          code,
          ...(file && files !== undefined && { href: `${files}/${file.id}` }),
        })),
      })),
  );
}
