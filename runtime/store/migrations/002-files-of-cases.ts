// Which files a case holds, so that bytes nobody holds can be told from those somebody needs. What was known of files before
// stood nowhere but in the cases themselves; it is read from there.

/** Fills the new table from the cases that are there. Operators need do nothing. */
export const filesOfCases = `
drop table files;
create table case_files (file_id text not null, case_id text not null, primary key (file_id, case_id)) strict, without rowid;
insert or ignore into case_files (file_id, case_id)
  select json_extract(tree.value, '$.id'), cases.case_id from cases, json_tree(cases.content) as tree
  where tree.type = 'object' and json_type(tree.value, '$.sha256') = 'text' and json_type(tree.value, '$.id') = 'text';
create index drafts_by_change on drafts (changed_at);
`;
