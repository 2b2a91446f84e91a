// Deletion of answers when their time is over. Cases that were decided before get a look at their clock, which plans it; messages
// are found by their case.

/** Wakes every decided case once. Operators need do nothing. */
export const retention = `
create index messages_by_case on messages (json_extract(content, '$.caseId'));
insert or ignore into due (key, kind, case_id, at, payload)
  select case_id || '/clock', 'clock', case_id, 0, '' from cases where outcome is not null;
`;
