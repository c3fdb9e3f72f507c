-- An advance is booked as one until the decision stands, then netted against it; what was paid too much is asked back, comes back
-- in parts, or is written off by two persons; and an approval can be taken back before the money leaves.

alter table payment_order
  -- 入账科目: where the approval's debit stands now; null until it is approved
  add column booked text check (booked in ('claims-expense', 'claims-advance')),
  -- 追回: how far it has come; null where nothing is asked back
  add column recovery jsonb,
  add constraint payment_order_recovery check (recovery is null or status = 'settled');
-- Orders approved before there was an account for advances stand under the expense, as their ledger entries say.
alter table payment_order no force row level security;
update payment_order set booked = 'claims-expense' where approved_at is not null;
alter table payment_order force row level security;
alter table payment_order
  add constraint payment_order_ledger_account check ((booked is not null) = (approved_at is not null));

alter table payment_event drop constraint payment_event_type_check;
alter table payment_event add constraint payment_event_type_check check (
  type in ('prepared', 'approved', 'rejected', 'revoked', 'sent', 'settled', 'returned', 'bounced', 'held', 'released',
    'netted', 'recovery-requested', 'recovery-promised', 'recovery-received', 'write-off-proposed', 'written-off')
);

-- 预付赔款, 应收追回款, 追回核销损失 beside the accounts there were.
alter table ledger_entry drop constraint ledger_entry_debit_account_check;
alter table ledger_entry drop constraint ledger_entry_credit_account_check;
alter table ledger_entry add constraint ledger_entry_debit_account_check check (debit_account in
  ('claims-expense', 'claims-advance', 'claims-payable', 'cash-in-transit', 'bank', 'recoverable', 'recovery-loss'));
alter table ledger_entry add constraint ledger_entry_credit_account_check check (credit_account in
  ('claims-expense', 'claims-advance', 'claims-payable', 'cash-in-transit', 'bank', 'recoverable', 'recovery-loss'));
