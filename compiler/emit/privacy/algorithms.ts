// Emits algorithms.json: what each adviser is, reads, never sees and may suggest, and that a person decides: what public registers of
// algorithms ask for (the Algorithmic Transparency Recording Standard, and article 49 of the EU's AI Act).
import type { Assistance, Service, Words } from "#contract";

/** The record of one adviser. */
export interface AlgorithmRecord {
  readonly name: string;
  readonly title: Words;
  readonly service: string;
  readonly serviceVersion: number;
  readonly owner: { readonly name: string; readonly title: Words };
  /** Its number in a public register. */
  readonly registeredAs?: string;
  readonly helps: { readonly role: string; readonly stage: string };
  readonly suggestsWhether?: Words;
  readonly reads: readonly string[];
  /** Sensitive answers among what it reads, with the law that allows it. */
  readonly readsUnder?: Assistance["readsUnder"];
  readonly neverSees: readonly string[];
  /** Always: the language has no way to let it. */
  readonly decides: false;
  /** What is kept of each use. */
  readonly recorded: readonly ["suggestion", "reason"];
  readonly legalBases: readonly Words[];
}

/** The records of a service's advisers, in the order of the text. */
export function emitAlgorithmRecords(service: Service): readonly AlgorithmRecord[] {
  return (service.assistance ?? []).map((adviser) => ({
    name: adviser.name,
    title: adviser.title,
    service: service.name,
    serviceVersion: service.version.number,
    owner: { name: service.agency.name, title: service.agency.title },
    ...(adviser.registeredAs !== undefined && { registeredAs: adviser.registeredAs }),
    helps: { role: adviser.helps, stage: adviser.at },
    ...(adviser.suggestsWhether && { suggestsWhether: adviser.suggestsWhether }),
    reads: adviser.reads,
    ...(adviser.readsUnder && { readsUnder: adviser.readsUnder }),
    neverSees: adviser.neverSees,
    decides: false,
    recorded: ["suggestion", "reason"],
    legalBases: (service.privacy?.lawfulBases ?? []).map(({ law }) => law),
  }));
}
