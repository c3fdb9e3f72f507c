-- Cases are streams of events that are never changed; beside them stand the row they fold to, the files people brought, the clocks that run, and every edition of terms that a decision relied on.

-- 案件事件流: what happened to a case, in order.
create table case_event (
  party_id uuid not null,
  case_id uuid not null,
  version integer not null check (version >= 1),
  institution_id uuid not null references institution,
  type text not null check (length(type) between 1 and 60),
  data jsonb not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'consumer', 'system')),
  actor_id uuid,
  actor_name text not null,
  primary key (party_id, case_id, version)
);
select protect_party_table('case_event');
select keep_append_only('case_event');

-- 案件现状: what the events fold to, with the columns that lists, searches and 今日 read.
create table case_state (
  party_id uuid not null,
  case_id uuid not null,
  institution_id uuid not null references institution,
  kind text not null check (kind in ('claim')),
  number text not null check (length(number) between 1 and 30),
  title text not null,
  status text not null check (status in ('open', 'decided', 'paid', 'closed')),
  version integer not null check (version >= 1),
  subject_name text not null,
  handler_id uuid,
  handler_name text,
  opened_at timestamptz not null,
  least_cents bigint not null check (least_cents >= 0),
  -- null where nothing bounds it
  most_cents bigint check (most_cents >= least_cents),
  ordered_cents bigint not null check (ordered_cents >= 0),
  available_cents bigint not null check (available_cents >= 0),
  paid_cents bigint not null check (paid_cents >= 0),
  settled boolean not null,
  asks text[] not null,
  -- the first ask in words, for 今日
  ask_text text,
  next_do text not null,
  -- 一次性补正通知 sent, and whether what it asked for was enough
  notice_sent_at timestamptz,
  decided_at timestamptz,
  paid_at timestamptz,
  state jsonb not null,
  changed_at timestamptz not null,
  primary key (party_id, case_id)
);
create index case_state_by_time on case_state (institution_id, kind, opened_at desc, case_id desc);
create index case_state_by_id on case_state (case_id);
create index case_state_by_number on case_state (institution_id, number);
create index case_state_available on case_state (institution_id) where available_cents > 0;
select protect_party_table('case_state');
revoke delete on case_state from goodfaith_app;

-- 证据原件: the bytes as they were brought. What was read from them stands in the events.
create table case_evidence (
  party_id uuid not null,
  evidence_id uuid not null,
  case_id uuid not null,
  institution_id uuid not null references institution,
  filename text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0 and bytes <= 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  added_at timestamptz not null,
  primary key (party_id, evidence_id),
  foreign key (party_id, case_id) references case_state (party_id, case_id),
  check (octet_length(content) = bytes)
);
create index case_evidence_by_case on case_evidence (party_id, case_id);
select protect_party_table('case_evidence');
select keep_append_only('case_evidence');

-- 时限: the clocks of a case as of its last event, one row a promise.
create table case_clock (
  party_id uuid not null,
  case_id uuid not null,
  clause text not null,
  institution_id uuid not null references institution,
  name text not null,
  -- a due day ends at its midnight in China; null while the clock waits or is paused
  due date,
  law text,
  state text not null check (state in ('running', 'paused', 'met', 'breached', 'waiting')),
  primary key (party_id, case_id, clause),
  foreign key (party_id, case_id) references case_state (party_id, case_id)
);
create index case_clock_due on case_clock (institution_id, due) where due is not null;
select protect_party_table('case_clock');

-- 条款版本: an edition that a decision has used never changes. The text is kept, so that every decision can be
-- computed again as long as its case is kept. It is no party's and no institution's.
create table terms_edition (
  terms_id text primary key,
  digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  source text not null,
  first_used_at timestamptz not null
);
grant select, insert on terms_edition to goodfaith_app;
