// The first tables. A migration that was published is never changed: the next one gets the next number.
// Instants that are compared are whole milliseconds since 1970; the rest is JSON text. Personal values stand in
// event_values, cases, drafts, messages and tasks; the log of events holds names and ids only.

/** Makes everything in an empty file. */
export const first = `
create table cases (
  case_id text primary key,
  version integer not null,
  number text not null unique,
  service text not null,
  applicant text not null,
  stage text,
  outcome text,
  sent_at integer not null,
  changed_at integer not null,
  content text not null
) strict;
create index cases_by_applicant on cases (applicant, changed_at);
create index cases_by_service on cases (service, changed_at);

create table events (
  case_id text not null,
  number integer not null,
  type text not null,
  at text not null,
  by_id text,
  details text not null,
  commitment text,
  hash text not null,
  primary key (case_id, number)
) strict, without rowid;
create trigger events_stay before update on events begin select raise(abort, 'events are never changed'); end;
create trigger events_never_go before delete on events begin select raise(abort, 'events are never deleted'); end;

create table event_values (
  case_id text not null,
  number integer not null,
  salt text not null,
  content text not null,
  primary key (case_id, number)
) strict, without rowid;

create table due (
  key text primary key,
  kind text not null,
  case_id text not null,
  at integer not null,
  payload text not null,
  owner text,
  lease_until integer,
  tries integer not null default 0
) strict, without rowid;
create index due_by_time on due (at);

create table tasks (
  case_id text not null,
  task_id text not null,
  role text not null,
  state text not null,
  claimed_by text,
  due_at integer,
  opened_at integer not null,
  content text not null,
  primary key (case_id, task_id, role)
) strict, without rowid;
create index tasks_by_role on tasks (role, due_at);

create table once (key text primary key, case_id text not null) strict, without rowid;
create table inbox (sender text not null, message_id text not null, at text not null, primary key (sender, message_id)) strict, without rowid;
create table payments (provider_id text primary key, case_id text not null, payment_id text not null) strict, without rowid;
create table issued (
  case_id text not null,
  issued_id text not null,
  applicant text not null,
  content text not null,
  primary key (case_id, issued_id)
) strict, without rowid;
create index issued_by_applicant on issued (applicant);

create table messages (
  id text primary key,
  receiver text not null,
  at integer not null,
  read_at text,
  content text not null
) strict, without rowid;
create index messages_by_receiver on messages (receiver, at);

create table drafts (
  draft_id text primary key,
  owner text not null,
  service text not null,
  definition text not null,
  version integer not null,
  content text not null,
  changed_at text not null
) strict, without rowid;
create index drafts_by_owner on drafts (owner);

create table sessions (
  id_hash text primary key,
  sealed text not null,
  created_at text not null,
  last_seen_at text not null,
  expires_at integer not null
) strict, without rowid;

create table files (id text primary key, owner text not null, content text not null) strict, without rowid;
create table incidents (id text primary key, at integer not null, state text not null, content text not null) strict, without rowid;
create table held (id text primary key, at integer not null, content text not null) strict, without rowid;
`;
