// Licences that a register may end: under which keys of which source they are found when that source tells of a change, and when each
// was looked at last. Licences that are there already are looked at once, which writes this down or ends the work.

/** Orders a look at every licence that is not over. Operators need do nothing. */
export const looks = `
create table watched (
  source text not null,
  need text not null,
  digest text not null,
  case_id text not null,
  issued_id text not null,
  primary key (source, need, digest, case_id, issued_id)
) strict, without rowid;
create index watched_by_case on watched (case_id);
create table looks (
  case_id text not null,
  issued_id text not null,
  looked_at integer not null,
  primary key (case_id, issued_id)
) strict, without rowid;
insert or ignore into due (key, kind, case_id, at, payload)
  select case_id || '/look/' || issued_id, 'effect', case_id, 0, json_object('do', 'look', 'issuedId', issued_id)
  from issued where json_extract(content, '$.status') in ('valid', 'suspended');
`;
