// Which uploaded files are held: by a case (its rows are written with the case) or by a draft that is still filled in.
import type { DatabaseSync } from "node:sqlite";

/** Ready to say whether a file is held. */
export function prepareFiles(database: DatabaseSync) {
  const ofCase = database.prepare("select 1 from case_files where file_id = ?");
  // Drafts change with every page and are few beside the cases: their text is looked through instead of kept in step.
  const ofDraft = database.prepare("select 1 from drafts where instr(content, json_quote(?)) > 0 limit 1");
  return {
    isFileHeld: (fileId: string): boolean => ofCase.get(fileId) !== undefined || ofDraft.get(fileId) !== undefined,
  };
}

/** Ready to write down the files of a case, whose JSON text is given. */
export function prepareWriteFiles(database: DatabaseSync): (caseId: string, content: string) => void {
  const put = database.prepare("insert or ignore into case_files (file_id, case_id) values (?, ?)");
  return (caseId, content) => {
    // Most cases have no file: they are spared the walk.
    if (!content.includes('"sha256"')) return;
    for (const id of fileIds(JSON.parse(content))) put.run(id, caseId);
  };
}

/** A file stands in a case as a record with an id and a hash, wherever it was asked for. */
function fileIds(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "sha256" in value && "id" in value && typeof value.id === "string" ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(fileIds)];
}
