// The work list of roles, and finding a payment's case and a person's licences.
import type { DatabaseSync } from "node:sqlite";
import type { Issued } from "#routing/case.ts";
import { text } from "../row.ts";
import type { PaymentRow, TaskFilter, TaskRow } from "../store.ts";

/** Ready to read tasks, payments and licences. */
export function prepareTasks(database: DatabaseSync) {
  const find = database.prepare(
    `select content from tasks where role in (select value from json_each(:roles))
       and (:claimedBy is null or claimed_by = :claimedBy)
     group by case_id, task_id order by min(due_at) is null, min(due_at), min(opened_at), case_id limit :limit`,
  );
  const payment = database.prepare("select case_id, payment_id from payments where provider_id = ?");
  const issued = database.prepare(
    `select i.case_id, i.content from issued i join cases c on c.case_id = i.case_id
     where i.applicant = :applicant and (:on is null or (json_extract(i.content, '$.status') = 'valid'
       and json_extract(i.content, '$.validFrom') <= :on and coalesce(json_extract(i.content, '$.endDate'), :on) >= :on))
     order by json_extract(i.content, '$.validFrom') desc, c.sent_at desc, length(i.issued_id) desc, i.issued_id desc`,
  );
  return {
    findTasks({ roles, claimedBy, limit }: TaskFilter): TaskRow[] {
      const rows = find.all({ roles: JSON.stringify(roles), claimedBy: claimedBy ?? null, limit: limit ?? -1 });
      return rows.map((row): TaskRow => JSON.parse(text(row, "content")));
    },
    findPayment(providerId: string): PaymentRow | undefined {
      const row = payment.get(providerId);
      return row && { providerId, caseId: text(row, "case_id"), paymentId: text(row, "payment_id") };
    },
    findIssued(applicant: string, validOn?: string): (Issued & { readonly caseId: string })[] {
      return issued.all({ applicant, on: validOn ?? null }).map((row) => {
        const one: Issued = JSON.parse(text(row, "content"));
        return { ...one, caseId: text(row, "case_id") };
      });
    },
  };
}
