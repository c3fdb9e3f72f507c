-- 留痕成链: what was noted cannot be changed, taken away or put in afterwards without its being seen.

-- Notes not yet in the chain; written beside the note. A chain has one order, and those who note must not wait for
-- each other: so a note waits here until the next moment of chaining (seconds).
create table audit_waiting (
  party_id uuid not null,
  audit_id uuid not null,
  institution_id uuid not null references institution,
  primary key (party_id, audit_id)
);

-- The notes of before. Only their owner reads them here, and row security holds for the owner too.
alter table audit_entry no force row level security;
insert into audit_waiting (party_id, audit_id, institution_id)
select party_id, audit_id, institution_id from audit_entry;
alter table audit_entry force row level security;
select protect_party_table('audit_waiting');

-- One link a note, in order. `hash` is a keyed hash over the link before and the note's whole content.
create table audit_link (
  institution_id uuid not null references institution,
  seq bigint not null check (seq > 0),
  -- the party that the note is under
  noted_under uuid not null,
  audit_id uuid not null,
  hash bytea not null,
  primary key (institution_id, seq),
  unique (institution_id, noted_under, audit_id)
);
select protect_institution_table('audit_link');
select keep_append_only('audit_link');

-- Where a chain ends. `mac` proves that it was we who let it end there: a chain cut short is found.
create table audit_head (
  institution_id uuid primary key references institution,
  seq bigint not null,
  hash bytea not null,
  mac bytea not null
);
select protect_institution_table('audit_head');
