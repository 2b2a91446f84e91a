// Boxes that must be ticked: a declaration, or a signature. Apart, since on most services they stand on the check page alone.
import type { Part } from "#contract";
import { answerAt, withAnswer, withoutAnswer } from "./path.ts";
import { valuesOf } from "./posted-values.ts";
import type { Confirmation, Gathered, JourneyPart, PageJourney, PostedFields } from "./shapes.ts";
import type { Place, Walker } from "./walker.ts";

type Written<Kind extends Part["kind"]> = Extract<Part, { kind: Kind }>;

/** A box on the path. */
function walk(
  walker: Walker,
  part: Written<"declaration"> | Written<"signature">,
  place: Place,
  around: boolean,
): JourneyPart {
  return part.kind === "signature"
    ? walkSignature(walker, part, place, around)
    : walkDeclaration(walker, part, place, around);
}

function walkDeclaration(walker: Walker, part: Written<"declaration">, place: Place, around: boolean): JourneyPart {
  const asked = around && walker.holds(part.showWhen, place);
  const path = walker.pathOf(part, place);
  const given = answerAt(walker.draft.answers, path) === true;
  if (asked) walker.asked.add(path);
  if (asked && given) place.record[part.path.at(-1) ?? path] = true;
  const prose = part.prose ? { prose: walker.words(part.prose, place) } : {};
  return {
    kind: "declaration",
    path,
    name: part.name,
    statement: walker.words(part.statement, place),
    ...prose,
    asked,
    given,
  };
}

/** A signature is kept beside the answers with the instant it was given; it is no answer, so no rule reads it. */
function walkSignature(
  walker: Walker,
  part: Extract<Part, { kind: "signature" }>,
  place: Place,
  asked: boolean,
): JourneyPart {
  const path = `${place.prefix}signature:${part.with}`;
  const at = answerAt(walker.draft.answers, path);
  const signer = walker.draft.identity?.parts["fullName"];
  return {
    kind: "signature",
    path,
    part,
    asked,
    given: typeof at === "string",
    ...(typeof signer === "string" ? { signer } : {}),
    ...(typeof at === "string" ? { at } : {}),
  };
}

/** Reads the box of a declaration or a signature. A signature is kept as the instant of this very post. */
function read(
  part: Confirmation,
  address: string,
  posted: PostedFields,
  gathered: Gathered,
  journey: PageJourney,
): void {
  if (!part.asked) return;
  const { words, instant } = journey.setting;
  const given = valuesOf(posted, part.path).includes("yes");
  const answers = given
    ? withAnswer(gathered.draft.answers, part.path, part.kind === "signature" ? instant : true)
    : withoutAnswer(gathered.draft.answers, part.path);
  gathered.draft = { ...gathered.draft, answers };
  if (given) return;
  const message = part.kind === "signature" ? words.tickToSign : words.tickToConfirm({ statement: part.statement });
  gathered.problems.push({ path: part.path, control: part.path, message, address });
}

/** What the journey does with them, as one part. */
export const confirmation = { walk, read };
