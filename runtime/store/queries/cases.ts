// Reading cases and their logs, and proving that a log is as it was written.
import type { DatabaseSync } from "node:sqlite";
import { chainStart, commitmentOf, hashOf } from "../chain.ts";
import { instantOf, maybeText, milliseconds, type Row, text, whole } from "../row.ts";
import type { CaseFilter, StoredCase, StoredEvent } from "../store.ts";

const members = "case_id, version, changed_at, content";

/** Ready to read cases. */
export function prepareCases(database: DatabaseSync) {
  const byId = database.prepare(`select ${members} from cases where case_id = ?`);
  const byNumber = database.prepare(`select ${members} from cases where number = ?`);
  const find = database.prepare(
    `select ${members} from cases where (:service is null or service = :service)
       and (:applicant is null or applicant = :applicant) and (:stage is null or stage = :stage)
       and (:outcome is null or outcome = :outcome) and (:number is null or number = :number)
       and (:before is null or changed_at < :before or (changed_at = :before and case_id > :last))
       and (:other is null or (stage is not null and json_extract(content, '$.definition') <> :other))
     order by changed_at desc, case_id limit :limit`,
  );
  // Answers are gone once a deletion names no paths: that was all of them.
  const previous = database.prepare(
    `select ${members} from cases where applicant = ? and service = ? and outcome is not null and not exists
       (select 1 from json_each(content, '$.deleted') as gone where json_array_length(gone.value, '$.paths') = 0)
     order by sent_at desc, case_id desc limit 1`,
  );
  const count = database.prepare("select count(*) as count from cases where service = ?");
  const events = database.prepare(
    `select e.number, e.type, e.at, e.by_id, e.details, e.commitment, e.hash, v.salt, v.content from events e
     left join event_values v on v.case_id = e.case_id and v.number = e.number
     where e.case_id = ? and e.number > ? order by e.number`,
  );
  return {
    readCase: (caseId: string): StoredCase | undefined => readRow(byId.get(caseId)),
    readCaseByNumber: (number: string): StoredCase | undefined => readRow(byNumber.get(number)),
    readPreviousCase: (applicant: string, service: string): StoredCase | undefined =>
      readRow(previous.get(applicant, service)),
    readEvents: (caseId: string, after = 0): StoredEvent[] => events.all(caseId, after).map(readEvent),
    verifyChain(caseId: string): number | undefined {
      return findBreak(caseId, events.all(caseId, 0));
    },
    findCases({
      service,
      applicant,
      stage,
      outcome,
      number,
      before,
      runningUnderOther,
      limit,
    }: CaseFilter): StoredCase[] {
      const rows = find.all({
        service: service ?? null,
        applicant: applicant ?? null,
        stage: stage ?? null,
        outcome: outcome ?? null,
        number: number ?? null,
        other: runningUnderOther ?? null,
        before: before === undefined ? null : milliseconds(before.changedAt),
        last: before?.caseId ?? null,
        limit: limit ?? 100,
      });
      return rows.flatMap((row) => readRow(row) ?? []);
    },
    countCases: (service: string): number => whole(count.get(service) ?? { count: 0 }, "count"),
  };
}

function readRow(row: Row | undefined): StoredCase | undefined {
  if (!row) return undefined;
  return {
    caseId: text(row, "case_id"),
    version: whole(row, "version"),
    case: JSON.parse(text(row, "content")),
    changedAt: instantOf(whole(row, "changed_at")),
  };
}

function readEvent(row: Row): StoredEvent {
  const [by, commitment, values] = [maybeText(row, "by_id"), maybeText(row, "commitment"), maybeText(row, "content")];
  return {
    number: whole(row, "number"),
    type: text(row, "type"),
    at: text(row, "at"),
    details: JSON.parse(text(row, "details")),
    hash: text(row, "hash"),
    ...(by === undefined ? {} : { by }),
    ...(commitment === undefined ? {} : { commitment }),
    ...(values === undefined ? {} : { values }),
  };
}

/** The number of the first event that is not as it was written. Values that were erased do not break the chain. */
function findBreak(caseId: string, rows: readonly Row[]): number | undefined {
  let before = chainStart;
  for (const [at, row] of rows.entries()) {
    const { values, hash, ...event } = readEvent(row);
    if (event.number !== at + 1 || hashOf(before, caseId, event) !== hash) return at + 1;
    if (values !== undefined && commitmentOf(text(row, "salt"), values) !== event.commitment) return at + 1;
    before = hash;
  }
  return undefined;
}
