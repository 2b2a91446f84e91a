// Emits privacy.json: the record of processing that the General Data Protection Regulation asks every controller to keep (article 30),
// worked out from the text: which answers, for what, on which law, who sees them, who is told, how long they stay.
import type { Keep, Prefill, Service, Words } from "#contract";
import { collectQuestions, type Questions } from "../json-schema/questions.ts";
import { credentialsHangingOn } from "./hanging-on.ts";

/** One answer that is held. */
export interface HeldAnswer {
  /** Dotted path; of a list's item through the list: members.pay */
  readonly path: string;
  readonly name: string;
  readonly label: Words;
  readonly kind: string;
  /** The special kind of personal data it is, as the text says. */
  readonly sensitive?: string;
  /** Where it comes from when it is not typed: a register, the sign-in, an earlier application, a credential. */
  readonly from?: string;
  /** What the applicant has from before that it comes from, and which credential that is. */
  readonly carries?: NonNullable<Prefill["carries"]>;
  readonly credential?: string;
  /** Roles that alone may see it; absent: those of the stages that show it. */
  readonly onlySeenBy?: readonly string[];
  /** Stages that show it, and the roles there. */
  readonly shownAt: readonly { readonly stage: string; readonly roles: readonly string[] }[];
  readonly kept: Kept;
}

/** How long, as the text says it; "not-kept" is taken away once the case is decided. */
export type Kept = Pick<Keep, "for" | "after" | "credential"> | "not-kept" | "not-said";

/** Somebody outside the agency who is told something. */
export interface Recipient {
  readonly name: string;
  readonly title: Words;
  readonly answers: readonly string[];
  readonly because: Words;
}

/** The record. */
export interface ProcessingRecord {
  readonly service: string;
  readonly title: Words;
  readonly version: number;
  readonly controller: {
    readonly name: string;
    readonly title: Words;
    readonly contact?: Words;
    readonly owner?: string;
  };
  readonly purpose?: Words;
  readonly lawfulBases: readonly { readonly name: string; readonly law: Words }[];
  readonly specialCategories: readonly { readonly name: string; readonly under: Words }[];
  readonly people: readonly { readonly kind: string; readonly signsIn?: string; readonly helpers: readonly string[] }[];
  readonly answers: readonly HeldAnswer[];
  readonly registers: readonly {
    readonly name: string;
    readonly title: Words;
    readonly permission?: Words;
    readonly because?: Words;
    readonly asked: readonly string[];
    /** Credentials that hang on what it says: while one is held, it is asked again at least once a day. */
    readonly askedAgainFor?: readonly string[];
  }[];
  readonly recipients: readonly Recipient[];
  readonly published: readonly { readonly what: string; readonly hideGroupsUnder?: number }[];
  readonly advisers: readonly string[];
}

/** The record of a service: the same for the same service. */
export function emitProcessingRecord(service: Service): ProcessingRecord {
  const { privacy } = service;
  return {
    service: service.name,
    title: service.title,
    version: service.version.number,
    controller: {
      name: service.agency.name,
      title: service.agency.title,
      ...(service.contact && { contact: service.contact }),
      ...(service.owner !== undefined && { owner: service.owner }),
    },
    ...(privacy?.purpose && { purpose: privacy.purpose }),
    lawfulBases: privacy?.lawfulBases ?? [],
    specialCategories: privacy?.specialCategories ?? [],
    people: service.applicants.map(({ kind, signsIn, helpers }) => ({
      kind,
      ...(signsIn !== undefined && { signsIn }),
      helpers: helpers.map(({ role }) => role),
    })),
    answers: answersOf(service, collectQuestions(service), []),
    registers: Object.entries(service.sources).map(([name, { title, permission, because, operations }]) => ({
      name,
      title,
      ...(permission && { permission }),
      ...(because && { because }),
      asked: Object.values(operations).flatMap(({ needs }) => needs.map((need) => need.name)),
      ...askedAgain(service, name),
    })),
    recipients: recipientsOf(service),
    published: publishedOf(service),
    advisers: (service.assistance ?? []).map(({ name }) => name),
  };
}

function askedAgain(service: Service, source: string): { readonly askedAgainFor?: readonly string[] } {
  const names = credentialsHangingOn(service, source);
  return names.length === 0 ? {} : { askedAgainFor: names };
}

function answersOf(service: Service, { own, repeats, rounds }: Questions, around: readonly string[]): HeldAnswer[] {
  const fields = own.flatMap(({ part, path }) => {
    if (part.kind !== "field") return [];
    const dotted = [...around, ...path].join(".");
    const seen = service.privacy?.visibility.find(({ paths }) => paths.some((known) => covers(known, dotted)));
    return [
      {
        path: dotted,
        name: part.name,
        label: part.label,
        kind: part.type.kind,
        ...(part.sensitive !== undefined && { sensitive: part.sensitive }),
        ...(part.prefill && { from: part.prefill.from[0] ?? "" }),
        ...(part.prefill?.carries && { carries: part.prefill.carries }),
        ...(part.prefill?.credential !== undefined && { credential: part.prefill.credential }),
        ...(seen && { onlySeenBy: seen.roles }),
        shownAt: shownAt(service, dotted),
        kept: keptOf(service, dotted),
      },
    ];
  });
  const lists = [
    ...repeats.map(({ of, inside }) => ({ key: of.key, inside })),
    ...rounds.map(({ of, inside }) => ({ key: of.list.join("."), inside })),
  ];
  return [...fields, ...lists.flatMap(({ key, inside }) => answersOf(service, inside, [...around, key]))];
}

function covers(known: string, path: string): boolean {
  return path === known || path.startsWith(`${known}.`);
}

function shownAt(service: Service, path: string): HeldAnswer["shownAt"] {
  return (service.route?.stages ?? []).flatMap((stage) => [
    ...(stage.shows.some((shown) => covers(shown, path)) ? [{ stage: stage.name, roles: stage.by }] : []),
    ...(stage.checks ?? []).flatMap(({ name, shows, by }) =>
      shows.some((shown) => covers(shown, path)) ? [{ stage: `${stage.name}/${name}`, roles: by ?? [] }] : [],
    ),
  ]);
}

/** The narrowest line counts; that for all answers where none names this one. */
function keptOf({ privacy }: Service, path: string): Kept {
  if (privacy?.doNotKeep?.some((known) => covers(known, path))) return "not-kept";
  const named = privacy?.keep.find(({ paths }) => paths.some((known) => covers(known, path)));
  const keep = named ?? privacy?.keep.find(({ paths }) => paths.length === 0);
  if (!keep) return "not-said";
  return { for: keep.for, after: keep.after, ...(keep.credential !== undefined && { credential: keep.credential }) };
}

/** Everybody outside who is told something, from `share` lines wherever they stand. */
function recipientsOf(service: Service): Recipient[] {
  const doing = [...(service.route?.stages ?? []), ...service.outcomes].flatMap((place) => place.doing);
  const shared = doing.flatMap(({ do: what, with: partner, paths, because }) =>
    what === "share" && partner !== undefined && because ? [{ with: partner, paths: paths ?? [], because }] : [],
  );
  const allowed = (service.privacy?.shares ?? []).map(({ with: partner, paths, under }) => ({
    with: partner,
    paths,
    because: under,
  }));
  return [...shared, ...allowed].map(({ with: partner, paths, because }) => ({
    name: partner,
    title: service.partners[partner]?.title ?? {},
    answers: paths,
    because,
  }));
}

function publishedOf(service: Service): ProcessingRecord["published"] {
  const places = [...(service.route?.stages ?? []), ...service.outcomes];
  const answers = places.flatMap(({ doing }) =>
    doing.flatMap(({ do: what, paths = [] }) => (what === "publish" ? paths.map((path) => ({ what: path })) : [])),
  );
  const figures = (service.measures ?? []).flatMap(({ kind, hideGroupsUnder }) =>
    kind === "publish" ? [{ what: "figures", ...(hideGroupsUnder !== undefined && { hideGroupsUnder }) }] : [],
  );
  return [...answers, ...figures];
}
