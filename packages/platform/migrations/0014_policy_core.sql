-- 保单台账 and 核心系统: what happened on a policy day by day, and every change that the core system must make, called done only when the core says so.

-- Lists go by number, and a number is found by its beginning, in the same order on every server.
create index policy_by_number on policy (institution_id, number collate "C", policy_id);
create index policy_by_status on policy (institution_id, status);

-- 台账: riders, loans, values of an account, as dated entries. Amounts in 分.
create table policy_entry (
  party_id uuid not null,
  policy_id uuid not null,
  kind text not null check (kind in ('rider', 'loan', 'loan-repaid', 'account-value', 'cash-value')),
  -- the rider's name, the loan's number; empty for values
  name text not null check (length(name) <= 100),
  on_day date not null,
  institution_id uuid not null references institution,
  -- a rider's sum insured, what was lent or paid back, the value on that day
  amount bigint not null check (amount >= 0),
  -- the last day of a rider's term, the day by which a loan is due
  until_day date check (until_day >= on_day),
  -- a loan's yearly interest, percent
  rate numeric(6, 3) check (rate >= 0 and rate <= 100),
  primary key (party_id, policy_id, kind, name, on_day),
  foreign key (party_id, policy_id) references policy (party_id, policy_id),
  check ((kind in ('account-value', 'cash-value')) = (name = '')),
  check (rate is null or kind = 'loan'),
  check (until_day is null or kind in ('rider', 'loan'))
);
select protect_party_table('policy_entry');

-- 核心系统的接入方式 of an institution. Without a row the platform itself is its core.
create table core_link (
  institution_id uuid primary key references institution,
  mode text not null check (mode in ('built-in', 'files', 'rest', 'shadow')),
  url text,
  -- signs what goes out and proves what comes in
  secret_sealed text,
  -- how long an instruction may stay unanswered before it goes out again, minutes
  resend_minutes integer not null check (resend_minutes between 1 and 10080),
  changed_by text not null,
  changed_at timestamptz not null,
  check ((mode = 'rest') = (url is not null) and (mode <> 'rest' or secret_sealed is not null))
);
select protect_institution_table('core_link');

-- 核心指令: one change that the core must make. The row is what its events fold to.
create table core_instruction (
  party_id uuid not null,
  instruction_id uuid not null,
  institution_id uuid not null references institution,
  policy_id uuid,
  kind text not null check (kind in ('freeze', 'unfreeze', 'endorse', 'cancel-endorsement', 'reinstate', 'pay')),
  -- what to do, for the core; no number of a person in the clear
  content jsonb not null,
  -- the same request again is the same instruction
  idempotency_key text not null,
  status text not null check (status in ('requested', 'acknowledged', 'settled', 'refused', 'cancelled')),
  times_sent integer not null,
  -- what the core calls it
  reference text,
  -- why it was refused or cancelled
  reason text,
  -- the core said two things that exclude each other, and a person must ask it
  contradicted boolean not null,
  requested_by uuid,
  requested_by_name text not null,
  requested_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null,
  primary key (party_id, instruction_id),
  unique (party_id, idempotency_key)
);
create index core_instruction_open on core_instruction (institution_id, requested_at) where status in ('requested', 'acknowledged');
create index core_instruction_at on core_instruction (institution_id, requested_at desc, instruction_id);
create index core_instruction_id on core_instruction (instruction_id);
create index core_instruction_policy on core_instruction (party_id, policy_id);
select protect_party_table('core_instruction');

create table core_event (
  party_id uuid not null,
  instruction_id uuid not null,
  seq integer not null check (seq > 0),
  institution_id uuid not null references institution,
  at timestamptz not null,
  event jsonb not null,
  primary key (party_id, instruction_id, seq),
  foreign key (party_id, instruction_id) references core_instruction (party_id, instruction_id)
);
select protect_party_table('core_event');
select keep_append_only('core_event');

-- Messages of the core that were taken: the same one again changes nothing.
create table core_message (
  institution_id uuid not null references institution,
  message_id text not null,
  received_at timestamptz not null,
  primary key (institution_id, message_id)
);
select protect_institution_table('core_message');
select keep_append_only('core_message');

-- 批单: a change of a policy that somebody asked for. Its life is its instruction's.
create table endorsement (
  party_id uuid not null,
  endorsement_id uuid not null,
  institution_id uuid not null references institution,
  policy_id uuid not null,
  kind text not null check (kind in ('reinstatement', 'surrender', 'termination', 'holder', 'beneficiary', 'contact', 'other')),
  effective_on date not null,
  note text not null check (length(note) between 4 and 500),
  instruction_id uuid not null,
  requested_at timestamptz not null,
  primary key (party_id, endorsement_id),
  foreign key (party_id, policy_id) references policy (party_id, policy_id),
  foreign key (party_id, instruction_id) references core_instruction (party_id, instruction_id)
);
create index endorsement_policy on endorsement (party_id, policy_id, requested_at);
select protect_party_table('endorsement');

insert into role_permission (role, permission) values
  ('claims-handler', 'policies.endorse'), ('counter', 'policies.endorse'), ('call-centre', 'policies.endorse'),
  ('guard-officer', 'policies.endorse'),
  ('claims-approver', 'policies.approve'), ('administrator', 'core.manage');
