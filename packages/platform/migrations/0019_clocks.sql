-- Deadlines belong to any subject that has them, not to claims alone; whoever must act is told once, and may take them into a calendar.

-- 时限: the clocks of a subject (a claim, a complaint …) as of its last event, one row a promise.
create table clock (
  party_id uuid not null,
  subject_kind text not null check (subject_kind in ('claim', 'complaint', 'surrender', 'reinstatement', 'farm')),
  subject_id uuid not null,
  family text not null,
  clause text not null,
  institution_id uuid not null references institution,
  -- the edition in force on the day it started, which governs to the end
  terms_id text not null,
  lane text not null,
  -- null where it is the institution's own promise
  law text,
  subject_number text not null,
  subject_title text not null,
  handler_id uuid,
  handler_name text,
  from_on date,
  -- ends at its midnight in China; null while the clock waits or is paused
  due date,
  -- the very time, where the promise is one of hours
  due_at timestamptz,
  act_by date,
  warn_on date,
  done_at timestamptz,
  -- a running one that is past its day is late, and one past warn_on is running out: that is worked out when it is read
  state text not null check (state in ('running', 'paused', 'waiting', 'met', 'late', 'ended')),
  primary key (party_id, subject_kind, subject_id, family, clause)
);
create index clock_due on clock (institution_id, due, subject_id);
create index clock_warn on clock (institution_id, warn_on) where state = 'running';
create index clock_by_handler on clock (institution_id, handler_id) where done_at is null;
create index clock_by_subject on clock (subject_id);

-- 时限提醒: that a clock is running out, or is late, said once for each end that it had.
create table clock_alert (
  party_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  family text not null,
  clause text not null,
  alert text not null check (alert in ('warning', 'breach')),
  due date not null,
  institution_id uuid not null references institution,
  at timestamptz not null,
  -- by the one who handles it
  seen_at timestamptz,
  primary key (party_id, subject_kind, subject_id, family, clause, alert, due)
);
create index clock_alert_unseen on clock_alert (institution_id, at) where seen_at is null;
select protect_party_table('clock_alert');

-- 日历订阅: one secret address a person, of which only the hash is kept; a new one ends the old.
create table calendar_feed (
  institution_id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (institution_id, staff_id),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id)
);
select protect_institution_table('calendar_feed');
select let_entry_read('calendar_feed');

-- The clocks of claims move over as they stand. An owner that is no superuser sees rows only while the walls are not forced.
alter table case_clock no force row level security;
alter table case_state no force row level security;
insert into clock (party_id, subject_kind, subject_id, family, clause, institution_id, terms_id, lane, law, subject_number,
  subject_title, handler_id, handler_name, due, state)
select c.party_id, 'claim', c.case_id, 'claim-clocks', c.clause, c.institution_id, 'claim-clocks/2024', c.name, c.law, s.number,
  s.title, s.handler_id, s.handler_name, c.due,
  case when c.state <> 'breached' then c.state when s.status in ('open', 'decided') then 'running' else 'late' end
from case_clock c
join case_state s on s.party_id = c.party_id and s.case_id = c.case_id;
drop table case_clock;
-- The state of a claim now holds its extensions; those of before had none.
update case_state set state = state || '{"extensions": []}'::jsonb where kind = 'claim' and not state ? 'extensions';
alter table case_state force row level security;
select protect_party_table('clock');
