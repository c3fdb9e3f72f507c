-- 重复档案: one person kept twice is shown once. party_id never changes: what somebody decided about two records is a row beside them, and undoing it leaves both as they were.

-- A document's number whatever the kind of document, in its form of 18 digits: an old number of 15 and the new one are one person's.
alter table party_lookup drop constraint party_lookup_kind_check;
alter table party_lookup add constraint party_lookup_kind_check
  check (kind in ('identity', 'number', 'customer', 'phone', 'wechat', 'bank-account', 'policy'));

-- 档案认定: a named person found that two records are the same person's (`same`: party_id is shown under another), or that
-- they are two people's although they look alike (`different`).
create table party_verdict (
  party_id uuid not null,
  verdict_id uuid not null,
  institution_id uuid not null references institution,
  other_party_id uuid not null,
  verdict text not null check (verdict in ('same', 'different')),
  -- `same`: the record that all those joined are shown under; moves when that one is joined to another
  main_party_id uuid,
  reason text not null check (length(reason) between 4 and 500),
  -- what spoke for it then: ["number", "name", "born", "phone", …]
  evidence jsonb not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  undone_by_id uuid,
  undone_by_name text,
  undone_at timestamptz,
  undone_reason text check (length(undone_reason) between 4 and 500),
  primary key (party_id, verdict_id),
  foreign key (party_id) references party (party_id),
  check (party_id <> other_party_id),
  check ((verdict = 'same') = (main_party_id is not null)),
  check ((undone_at is null) = (undone_by_id is null) and (undone_at is null) = (undone_by_name is null)
    and (undone_at is null) = (undone_reason is null))
);
create unique index party_verdict_one_main on party_verdict (party_id) where verdict = 'same' and undone_at is null;
create index party_verdict_under on party_verdict (main_party_id) where verdict = 'same' and undone_at is null;
create index party_verdict_other on party_verdict (other_party_id);
select protect_party_table('party_verdict');
-- A customer who signs in sees the records that were joined to theirs.
select let_entry_read('party_verdict');

insert into role_permission (role, permission) values
  ('claims-handler', 'people.join'), ('claims-approver', 'people.join'), ('administrator', 'people.join');
