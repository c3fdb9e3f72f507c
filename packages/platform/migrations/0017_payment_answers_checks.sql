-- The bank's word in ISO 20022 messages and workbooks, money that comes back after it had arrived, the reasons with which an
-- approver passed over a warning, and holds: a payment that is held cannot be sent, whoever sends it and by whatever way.

alter table payment_batch_file drop constraint payment_batch_file_format_check;
alter table payment_batch_file add constraint payment_batch_file_format_check check (format in ('pain.001', 'csv', 'xlsx'));

-- A bank names an order by its number alone; the checks before payment look at what else went to the same payee.
create index payment_order_by_number on payment_order (institution_id, number);
create index payment_order_by_payee on payment_order (institution_id, payee_party_id, prepared_at);

alter table payment_order
  -- 退回原因代码 (ISO 20022), where the bank gave one or its words are known
  add column reason_code text check (reason_code ~ '^[A-Z0-9]{4}$'),
  -- 收款账号 as a blind index: whether two orders go to the same account, without opening either
  add column account_blind bytea check (length(account_blind) = 32),
  -- what the approver passed over, with the reason given
  add column overrides jsonb not null default '[]',
  -- 止付: the holds that stand on this order
  add column hold_ids uuid[] not null default '{}',
  drop constraint payment_order_steps,
  -- 退汇: what had settled may come back, and then it has both times.
  add constraint payment_order_steps check (
    (approved_at is not null) = (status in ('approved', 'sent', 'settled', 'returned'))
    and (approved_by is not null) = (approved_at is not null)
    and (rejected_at is not null) = (status = 'rejected')
    and (sent_at is not null) = (status in ('sent', 'settled', 'returned'))
    and (batch_id is not null) = (sent_at is not null)
    and (settled_at is not null or status <> 'settled')
    and (settled_at is null or status in ('settled', 'returned'))
    and (returned_at is not null) = (status = 'returned')
    and (approved_by_name is not null) = (approved_at is not null)
    and (rejected_by is not null and rejected_by_name is not null) = (rejected_at is not null)
    and (sent_by_name is not null) = (sent_at is not null)
    and (settled_by_name is not null) = (settled_at is not null)
    and (returned_by_name is not null) = (returned_at is not null)
    and (reason is not null) = (status in ('rejected', 'returned'))
    and (reason_code is null or status = 'returned')
    and (overrides = '[]' or approved_at is not null)
  ),
  -- A hold and a sending meet in this one row: whichever comes second breaks this, and is refused by the database itself.
  add constraint payment_order_held_is_not_sent check (
    hold_ids = '{}' or status in ('pending', 'approved', 'rejected')
  );

alter table payment_event drop constraint payment_event_type_check;
alter table payment_event add constraint payment_event_type_check check (
  type in ('prepared', 'approved', 'rejected', 'sent', 'settled', 'returned', 'bounced', 'held', 'released')
);

-- 止付: nothing goes to this party, or from its cases, until another person lifts it.
create table payment_hold (
  party_id uuid not null,
  hold_id uuid not null,
  institution_id uuid not null references institution,
  reason text not null check (length(reason) between 2 and 500),
  placed_by uuid,
  placed_by_name text not null,
  placed_at timestamptz not null,
  lifted_by uuid,
  lifted_by_name text,
  lifted_at timestamptz,
  lifted_reason text,
  primary key (party_id, hold_id),
  foreign key (party_id) references party (party_id),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_by_name is null)
    and (lifted_at is null) = (lifted_reason is null)),
  -- 四眼原则: whoever lifts it did not place it.
  constraint payment_hold_four_eyes check (lifted_by is null or lifted_by is distinct from placed_by)
);
create index payment_hold_active on payment_hold (institution_id, placed_at desc, hold_id desc) where lifted_at is null;
select protect_party_table('payment_hold');
revoke delete on payment_hold from goodfaith_app;

-- 银行答复: every file of the bank's that was read, once, with what it said and what it changed.
create table bank_answer (
  institution_id uuid not null references institution,
  answer_id uuid not null,
  format text not null check (format in ('csv', 'xlsx', 'pain.002', 'camt.054')),
  filename text not null,
  -- the message's own number (ISO 20022); null for a table
  message_id text,
  batch_id uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  settled integer not null check (settled >= 0),
  returned integer not null check (returned >= 0),
  pending integer not null check (pending >= 0),
  -- how many orders moved by it
  changed integer not null check (changed >= 0),
  -- references that are no order of ours: other movements of the same account
  unknown jsonb not null,
  read_at timestamptz not null,
  read_by uuid,
  read_by_name text not null,
  primary key (institution_id, answer_id),
  unique (institution_id, sha256)
);
create index bank_answer_by_time on bank_answer (institution_id, read_at desc, answer_id desc);
select protect_institution_table('bank_answer');
select keep_append_only('bank_answer');

-- Whoever works with payments may stop one; lifting it takes another person who may approve.
insert into role_permission (role, permission)
values ('claims-handler', 'payments.hold'), ('claims-approver', 'payments.hold'), ('payments-officer', 'payments.hold'),
  ('guard-officer', 'payments.hold')
on conflict do nothing;
