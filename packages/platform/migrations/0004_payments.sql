-- Payment orders, the events they fold from, the double-entry ledger they post to, and the bank files they leave in:
-- written so that no amount can be approved by the one who prepared it, sent twice, or posted without its other side.

-- 付款指令: the current row of each order. Every step locks it (`for update`, naming its party) before it is taken.
create table payment_order (
  party_id uuid not null,
  payment_id uuid not null,
  institution_id uuid not null references institution,
  version integer not null check (version >= 1),
  number text not null check (length(number) between 1 and 35),
  idempotency_key text not null,
  fingerprint text not null,
  replaces uuid,
  case_id uuid not null,
  case_number text not null,
  title text not null,
  purpose text not null check (purpose in ('advance', 'benefit', 'remainder')),
  amount bigint not null check (amount > 0),
  lines jsonb not null,
  payee_party_id uuid not null,
  payee_name text not null,
  account_holder text not null,
  account_kind text not null check (account_kind in ('card', 'account')),
  bank text not null,
  bank_code text check (bank_code ~ '^[0-9]{12}$'),
  account_sealed text not null,
  account_masked text not null,
  prepared_by uuid,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  status text not null check (status in ('pending', 'approved', 'rejected', 'sent', 'settled', 'returned')),
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  rejected_by uuid,
  rejected_by_name text,
  rejected_at timestamptz,
  batch_id uuid,
  sent_by uuid,
  sent_by_name text,
  sent_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  returned_by uuid,
  returned_by_name text,
  returned_at timestamptz,
  reason text,
  primary key (party_id, payment_id),
  unique (party_id, number),
  unique (party_id, idempotency_key),
  -- An order that came back, or was rejected, is made good by one other order at most.
  unique (party_id, replaces),
  foreign key (party_id, replaces) references payment_order (party_id, payment_id),
  -- 四眼原则: whoever approved it did not prepare it, whatever the application says.
  constraint payment_order_four_eyes check (approved_by is distinct from prepared_by or approved_by is null),
  constraint payment_order_steps check (
    (approved_at is not null) = (status in ('approved', 'sent', 'settled', 'returned'))
    and (approved_by is not null) = (approved_at is not null)
    and (rejected_at is not null) = (status = 'rejected')
    and (sent_at is not null) = (status in ('sent', 'settled', 'returned'))
    and (batch_id is not null) = (sent_at is not null)
    and (settled_at is not null) = (status = 'settled')
    and (returned_at is not null) = (status = 'returned')
    and (approved_by_name is not null) = (approved_at is not null)
    and (rejected_by is not null and rejected_by_name is not null) = (rejected_at is not null)
    and (sent_by_name is not null) = (sent_at is not null)
    and (settled_by_name is not null) = (settled_at is not null)
    and (returned_by_name is not null) = (returned_at is not null)
    and (reason is not null) = (status in ('rejected', 'returned'))
  )
);
create index payment_order_by_institution on payment_order (institution_id, status, prepared_at desc, payment_id desc);
create index payment_order_by_case on payment_order (party_id, case_id);
create index payment_order_by_id on payment_order (payment_id);
select protect_party_table('payment_order');
revoke delete on payment_order from goodfaith_app;

-- What happened to an order, in order. Nothing is changed or taken away.
create table payment_event (
  party_id uuid not null,
  payment_id uuid not null,
  version integer not null check (version >= 1),
  institution_id uuid not null references institution,
  type text not null check (type in ('prepared', 'approved', 'rejected', 'sent', 'settled', 'returned')),
  data jsonb not null,
  at timestamptz not null,
  primary key (party_id, payment_id, version),
  foreign key (party_id, payment_id) references payment_order (party_id, payment_id)
);
select protect_party_table('payment_event');
select keep_append_only('payment_event');

-- 复式记账: one row is one balanced entry, because its two sides share one amount. Append-only.
create table ledger_entry (
  party_id uuid not null,
  payment_id uuid not null,
  version integer not null,
  line smallint not null check (line >= 1),
  institution_id uuid not null references institution,
  debit_account text not null check (debit_account in ('claims-expense', 'claims-payable', 'cash-in-transit', 'bank')),
  credit_account text not null check (credit_account in ('claims-expense', 'claims-payable', 'cash-in-transit', 'bank')),
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  primary key (party_id, payment_id, version, line),
  foreign key (party_id, payment_id, version) references payment_event (party_id, payment_id, version),
  check (debit_account <> credit_account)
);
select protect_party_table('ledger_entry');
select keep_append_only('ledger_entry');

-- 付款账户: the institution's own account at the bank that its files go to.
create table payer_account (
  institution_id uuid not null references institution,
  payer_account_id uuid not null,
  holder text not null,
  bank text not null,
  bank_code text check (bank_code ~ '^[0-9]{12}$'),
  account_sealed text not null,
  account_masked text not null,
  template text not null,
  active boolean not null,
  primary key (institution_id, payer_account_id)
);
create unique index payer_account_one_active on payer_account (institution_id) where active;
select protect_institution_table('payer_account');

-- 付款批次: the orders that went to one bank together.
create table payment_batch (
  institution_id uuid not null references institution,
  batch_id uuid not null,
  number text not null check (length(number) between 1 and 35),
  bank text not null,
  template text not null,
  count integer not null check (count > 0),
  total bigint not null check (total > 0),
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  primary key (institution_id, batch_id),
  unique (institution_id, number)
);
create index payment_batch_by_time on payment_batch (institution_id, created_at desc, batch_id desc);
select protect_institution_table('payment_batch');
select keep_append_only('payment_batch');

-- An order is in one batch at most: the primary key says so, whoever sends at the same time.
create table payment_batch_order (
  party_id uuid not null,
  payment_id uuid not null,
  institution_id uuid not null references institution,
  batch_id uuid not null,
  position integer not null check (position >= 1),
  primary key (party_id, payment_id),
  foreign key (party_id, payment_id) references payment_order (party_id, payment_id)
);
create index payment_batch_order_by_batch on payment_batch_order (institution_id, batch_id, position);
select protect_party_table('payment_batch_order');
select keep_append_only('payment_batch_order');

-- The files as they were made, once; sealed because they hold account numbers, with the digest of their own bytes.
create table payment_batch_file (
  institution_id uuid not null references institution,
  batch_id uuid not null,
  format text not null check (format in ('pain.001', 'csv')),
  filename text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  content_sealed text not null,
  primary key (institution_id, batch_id, format),
  foreign key (institution_id, batch_id) references payment_batch (institution_id, batch_id)
);
select protect_institution_table('payment_batch_file');
select keep_append_only('payment_batch_file');
