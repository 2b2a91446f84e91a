// Every question, declaration, fetch, page and repeat of a service with where it stands, the officers' questions among them.
import type { Declaration, Fetch, Field, Part, Service, Step } from "#contract";

/** Something of the form or of a stage. `inside` says where: page vehicle-details, section your-vehicle. */
export interface FormPlace {
  readonly piece: Field | Declaration | Fetch | Step;
  readonly pointer: string;
  readonly inside: readonly string[];
  /** Who is asked, when it is not the applicant. */
  readonly asks?: readonly string[];
  /** The dotted path its answers stand under, of questions of a repeat from the list on. */
  readonly path: string;
}

/** In the order of the text. */
export function formPlaces(service: Service): FormPlace[] {
  return [
    ...steps(service.eligibility?.steps ?? [], "/eligibility/steps", ["eligibility"], ""),
    ...service.sections.flatMap((section, at) =>
      steps(section.steps, `/sections/${at}/steps`, [`section ${section.name}`], ""),
    ),
    ...officersQuestions(service),
  ];
}

function steps(all: readonly Step[], pointer: string, inside: readonly string[], list: string): FormPlace[] {
  return all.flatMap((step, at) => {
    const here = `${pointer}/${at}`;
    const own: FormPlace = { piece: step, pointer: here, inside, path: pathOf(step, list) };
    if (step.kind === "page") return [own, ...parts(step.parts, `${here}/parts`, [`page ${step.name}`, ...inside])];
    if (step.kind !== "repeat") return [own];
    return [own, ...steps(step.steps, `${here}/steps`, [`repeat ${step.name}`, ...inside], `${own.path}.`)];
  });
}

function pathOf(step: Step, list: string): string {
  if (step.kind === "repeat") return `${list}${[...(step.within ?? []), step.key].join(".")}`;
  return step.kind === "fetch" ? `${list}${step.key}` : "";
}

function parts(all: readonly Part[], pointer: string, inside: readonly string[]): FormPlace[] {
  return all.flatMap((part, at) => {
    const here = `${pointer}/${at}`;
    if (part.kind === "group") return parts(part.parts, `${here}/parts`, inside);
    if (part.kind !== "field" && part.kind !== "declaration") return [];
    return [{ piece: part, pointer: here, inside, path: part.path.join(".") }];
  });
}

function officersQuestions({ route }: Service): FormPlace[] {
  return (route?.stages ?? []).flatMap((stage, at) => {
    const here = `/route/stages/${at}`;
    const asked = (fields: readonly Field[], pointer: string): FormPlace[] =>
      fields.map((piece, index) => ({
        piece,
        pointer: `${pointer}/${index}`,
        inside: [`stage ${stage.name}`],
        asks: stage.by,
        path: piece.path.join("."),
      }));
    const fetches = stage.doing.flatMap(({ fetch }, index): FormPlace[] =>
      fetch
        ? [{ piece: fetch, pointer: `${here}/doing/${index}`, inside: [`stage ${stage.name}`], path: fetch.key }]
        : [],
    );
    return [
      ...fetches,
      ...asked(stage.questions, `${here}/questions`),
      ...stage.actions.flatMap((action, index) => asked(action.questions, `${here}/actions/${index}/questions`)),
    ];
  });
}
