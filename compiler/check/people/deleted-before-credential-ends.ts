// FW619: the answers are deleted while a credential still needs them: it hangs on what a register says (`revoke when`, `suspend when`), which
// nobody can be asked about any more, or it can be renewed `keeping answers`, which are gone.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { lengthAfter, nameAt, says, wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { LengthNode, Line } from "../../syntax/tree.ts";
import { change, textAt } from "../text-edits.ts";
import { daysOf, isLength } from "./days-of-length.ts";
import { overlaps } from "./flow.ts";
import { keepLines, keepsAll } from "./kept-without-limit.ts";

/** From when a line counts, in words. What hangs on a credential is left out: it may be this one. */
const counted = { decision: "the decision", sent: "sending", end: "the end of the case" } as const;

export function checkDeletedBeforeCredentialEnds(model: Model): Problem[] {
  const needing = model.tree.lines.flatMap((line) => {
    const need = line.form === "credential <n> <t>" ? needOf(model, line) : undefined;
    return need ? [{ line, need }] : [];
  });
  const privacy = model.tree.lines.filter((line) => line.form === "privacy");
  return keepLines(privacy).flatMap((line) => {
    const length = lengthAfter(line, "for");
    if (!keepsAll(line) || !isLength(length)) return [];
    const longer = needing.find((credential) => isLonger(credential.line, length));
    return longer ? problemAt(model, line, length, longer) : [];
  });
}

type Need = "register" | "renewal";

function needOf(model: Model, credential: Line): Need | undefined {
  if (hangsOnRegister(model, credential)) return "register";
  const isRenewed = credential.children.some((line) => wordOf(line) === "renew" && says(line, "keeping", "answers"));
  return isRenewed ? "renewal" : undefined;
}

/** What the credential may still do, and what comes of it. */
function needWords(need: Need, credential: string): { readonly need: string; readonly why: string } {
  return need === "register"
    ? {
        need: "hang on what a register says",
        why: `Nobody can ask the register again then: ${credential} would no longer be revoked or suspended by itself.`,
      }
    : {
        need: "be renewed with them",
        why: `Whoever renews ${credential} would have to answer everything again, and the text says  keeping answers.`,
      };
}

function problemAt(
  model: Model,
  line: Line,
  length: LengthNode,
  { line: longer, need }: { readonly line: Line; readonly need: Need },
): Problem[] {
  const word = line.parts.flatMap((part) =>
    part.slot === "literal" && isCounted(part.word) ? [{ ...part, word: part.word }] : [],
  )[0];
  const credential = nameAt(longer)?.name ?? "";
  if (!word || !says(line, "after", word.word)) return [];
  const words = {
    kept: textAt(model.trees, length.span),
    when: counted[word.word],
    credential,
    ...needWords(need, credential),
  };
  const fixes = [change(model.trees, word.span, `${credential} ends`)];
  return [problems.deletedBeforeCredentialEnds(length.span, words, { related: [{ span: longer.span }], fixes })];
}

function isCounted(word: string): word is keyof typeof counted {
  return word in counted;
}

/** A credential without an end is longer than anything. */
function isLonger(credential: Line, kept: LengthNode): boolean {
  const valid = credential.children.find(({ form }) => form === "valid for <d>");
  const length = valid && lengthAfter(valid, "for");
  return !isLength(length) || daysOf(kept, "least") < daysOf(length, "most");
}

/** Whether its conditions read a record that a `fetch` looked up; what is announced comes by itself. */
function hangsOnRegister(model: Model, line: Line): boolean {
  const { revokeWhen, suspendWhen } = model.credentials[nameAt(line)?.name ?? ""] ?? {};
  const rules = [revokeWhen, suspendWhen].flatMap((id) => (id === undefined ? [] : (model.rules.get(id) ?? [])));
  const reads = rules.flatMap(({ expression }) => [...factsRead(model, expression)]);
  return model.data.some((datum) => isLookedUp(datum) && reads.some((path) => overlaps(dottedOf(datum), path)));
}

function isLookedUp({ from, line }: Datum): boolean {
  return from === "fetched" && line?.form !== "announces <n>";
}
