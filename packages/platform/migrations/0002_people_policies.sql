-- People and their policies as one institution knows them: what every claim, message and payment starts from.

-- 当事人. Identity numbers, phones and accounts are kept sealed, masked and as blind indexes, never in the clear.
create table party (
  party_id uuid not null,
  institution_id uuid not null references institution,
  kind text not null check (kind in ('person', 'household', 'farm', 'company')),
  name text not null check (length(name) between 1 and 200),
  identity_kind text check (identity_kind in
    ('resident-id', 'passport', 'travel-permit', 'permanent-residence', 'officer', 'household-register', 'birth-certificate', 'credit-code', 'other')),
  identity_sealed text,
  identity_masked text,
  -- 客户号: the institution's own number for this party
  customer_number text,
  born_on date,
  -- six digits, GB/T 2260
  county_code text check (county_code ~ '^[0-9]{6}$'),
  sample boolean not null,
  -- of the row that an import last wrote, so that the same row again changes nothing
  import_digest bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (party_id),
  check ((identity_kind is null) = (identity_sealed is null) and (identity_kind is null) = (identity_masked is null))
);
create index party_by_name on party (institution_id, name text_pattern_ops, party_id);
select protect_party_table('party');

-- Finds a party by what is not its id. A reference table: it holds blind indexes and points at no party table.
create table party_lookup (
  institution_id uuid not null references institution,
  kind text not null check (kind in ('identity', 'customer', 'phone', 'wechat', 'bank-account', 'policy')),
  blind bytea not null check (length(blind) = 32),
  party_id uuid not null,
  primary key (institution_id, kind, blind, party_id)
);
-- One person is one party at an institution, and a policy number names one policy; a phone may be a family's.
create unique index party_lookup_one on party_lookup (institution_id, kind, blind)
  where kind in ('identity', 'customer', 'policy');
create index party_lookup_phone on party_lookup (blind) where kind = 'phone';
create index party_lookup_party on party_lookup (institution_id, party_id);
select protect_institution_table('party_lookup');
select let_entry_read('party_lookup');

-- 联系方式 and bank accounts of a party.
create table contact (
  party_id uuid not null,
  contact_id uuid not null,
  institution_id uuid not null references institution,
  kind text not null check (kind in ('phone', 'wechat', 'address', 'bank-account')),
  sealed text not null,
  blind bytea not null check (length(blind) = 32),
  masked text not null,
  status text not null check (status in ('good', 'stale', 'unknown')),
  since date,
  -- for a bank account
  holder text,
  bank text,
  created_at timestamptz not null,
  primary key (party_id, contact_id),
  unique (party_id, kind, blind),
  foreign key (party_id) references party (party_id)
);
select protect_party_table('contact');

-- 保险单, owned by the insured. Amounts in 分.
create table policy (
  party_id uuid not null,
  policy_id uuid not null,
  institution_id uuid not null references institution,
  number text not null check (length(number) between 1 and 50),
  terms_id text not null check (terms_id ~ '^[^/ ]+/[^/ ]+$'),
  product text not null,
  status text not null check (status in ('in-force', 'grace', 'lapsed', 'terminated', 'matured', 'surrendered')),
  status_since date not null,
  contract_formed_on date not null,
  effective_on date not null,
  -- 满期日, the last day of the term; null for a whole life
  matures_on date check (matures_on >= effective_on),
  -- 最近复效日期; null where it never lapsed
  last_reinstated_on date,
  -- null where the product has none
  sum_insured bigint check (sum_insured >= 0),
  -- null, here and below, where the institution's records do not say
  premiums_paid bigint check (premiums_paid >= 0),
  cash_value bigint check (cash_value >= 0),
  amounts_owed bigint check (amounts_owed >= 0),
  exclusions_explained boolean,
  -- other facts of terms/vocabulary.yaml that the records hold (crop, area, roll status …), by their column
  other_facts jsonb not null default '{}',
  sample boolean not null,
  import_digest bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (party_id, policy_id),
  unique (party_id, number),
  foreign key (party_id) references party (party_id)
);
create index policy_by_terms on policy (institution_id, terms_id);
select protect_party_table('policy');

-- 保单状态 as it changed. The last row is the policy's own status.
create table policy_status (
  party_id uuid not null,
  policy_id uuid not null,
  institution_id uuid not null references institution,
  since date not null,
  status text not null check (status in ('in-force', 'grace', 'lapsed', 'terminated', 'matured', 'surrendered')),
  primary key (party_id, policy_id, since),
  foreign key (party_id, policy_id) references policy (party_id, policy_id)
);
select protect_party_table('policy_status');

-- 投保人, 被保险人, 受益人 of a policy, beside the policy; a beneficiary's account is where the benefit goes.
create table policy_role (
  party_id uuid not null,
  policy_id uuid not null,
  role text not null check (role in ('holder', 'insured', 'beneficiary')),
  position smallint not null check (position >= 1),
  institution_id uuid not null references institution,
  other_party_id uuid not null,
  name text not null,
  kinship text,
  -- 受益份额, percent
  share numeric(5, 2) check (share > 0 and share <= 100),
  account_holder text,
  account_kind text check (account_kind in ('card', 'account')),
  bank text,
  bank_code text check (bank_code ~ '^[0-9]{12}$'),
  account_sealed text,
  account_masked text,
  primary key (party_id, policy_id, role, position),
  foreign key (party_id, policy_id) references policy (party_id, policy_id),
  check ((role = 'beneficiary') = (share is not null)),
  check ((account_sealed is null) = (account_masked is null) and (account_sealed is null) = (account_holder is null)
    and (account_sealed is null) = (account_kind is null) and (account_sealed is null) = (bank is null))
);
select protect_party_table('policy_role');

-- The same roles seen from the other side, beside that party's own rows: how a beneficiary finds a case.
create table party_relation (
  party_id uuid not null,
  other_party_id uuid not null,
  relation text not null check (relation in ('holder', 'beneficiary')),
  policy_id uuid not null,
  institution_id uuid not null references institution,
  other_name text not null,
  policy_number text not null,
  kinship text,
  share numeric(5, 2),
  primary key (party_id, other_party_id, relation, policy_id),
  foreign key (party_id) references party (party_id)
);
select protect_party_table('party_relation');

-- 应交保险费 and whether it was paid.
create table premium_due (
  party_id uuid not null,
  policy_id uuid not null,
  due_on date not null,
  institution_id uuid not null references institution,
  amount bigint not null check (amount > 0),
  paid_on date,
  primary key (party_id, policy_id, due_on),
  foreign key (party_id, policy_id) references policy (party_id, policy_id)
);
select protect_party_table('premium_due');

-- 保单事实: one row a policy, one column a fact of terms/vocabulary.yaml about the policy or its insured; money in yuan.
-- `x_none` says that an optional fact is known to have no value; null is unknown. Read with the reader's own rights, so
-- that row-level security holds in it.
create view policy_facts with (security_invoker = true) as
select
  p.party_id,
  p.policy_id,
  p.institution_id,
  p.terms_id,
  p.number as policy_number,
  p.contract_formed_on,
  p.effective_on,
  p.matures_on,
  p.effective_on as term_from,
  p.matures_on as term_to,
  p.last_reinstated_on,
  p.last_reinstated_on is null as last_reinstated_on_none,
  (select max(s.since) from policy_status s
    where s.party_id = p.party_id and s.policy_id = p.policy_id and s.status = 'lapsed') as lapsed_on,
  -- as of today; what it was on another day is in policy_status
  case p.status
    when 'in-force' then '有效'
    when 'matured' then '有效' -- it was, at the moment it ran out
    when 'grace' then '宽限期内'
    when 'lapsed' then '中止'
    else '终止'
  end as standing_at_event,
  (p.sum_insured / 100.0)::numeric(18, 2) as sum_insured,
  (p.premiums_paid / 100.0)::numeric(18, 2) as premiums_paid,
  (p.cash_value / 100.0)::numeric(18, 2) as cash_value,
  (p.amounts_owed / 100.0)::numeric(18, 2) as amounts_owed,
  p.exclusions_explained,
  case when p.status = 'lapsed' then
    (select jsonb_agg(jsonb_build_object('应交日', d.due_on, '保险费', (d.amount / 100.0)::numeric(18, 2)::text) order by d.due_on)
      from premium_due d where d.party_id = p.party_id and d.policy_id = p.policy_id and d.paid_on is null)
  end as overdue_instalments,
  (p.other_facts ->> 'rescinded_by_insurer')::boolean as rescinded_by_insurer,
  p.other_facts ->> 'policy_class' as policy_class,
  (p.other_facts ->> 'reinstatement_rate')::numeric as reinstatement_rate,
  (p.other_facts ->> 'agreed_waiting_days')::numeric as agreed_waiting_days,
  (p.other_facts ->> 'critical_benefit_paid')::boolean as critical_benefit_paid,
  (p.other_facts ->> 'mild_benefit_paid')::boolean as mild_benefit_paid,
  (p.other_facts ->> 'disability_paid')::numeric(18, 2) as disability_paid,
  (p.other_facts ->> 'accident_medical_paid')::numeric(18, 2) as accident_medical_paid,
  (p.other_facts ->> 'inpatient_paid')::numeric(18, 2) as inpatient_paid,
  (p.other_facts ->> 'term_paid')::numeric(18, 2) as term_paid,
  (p.other_facts ->> 'renewed_without_gap')::boolean as renewed_without_gap,
  (p.other_facts ->> 'year_paid')::numeric(18, 2) as year_paid,
  (p.other_facts ->> 'year_in_list_paid')::numeric(18, 2) as year_in_list_paid,
  (p.other_facts ->> 'year_out_of_list_paid')::numeric(18, 2) as year_out_of_list_paid,
  (p.other_facts ->> 'year_special_drug_paid')::numeric(18, 2) as year_special_drug_paid,
  (p.other_facts ->> 'year_in_list_deducted')::numeric(18, 2) as year_in_list_deducted,
  (p.other_facts ->> 'year_out_of_list_deducted')::numeric(18, 2) as year_out_of_list_deducted,
  p.other_facts ->> 'crop' as crop,
  (p.other_facts ->> 'insured_area_mu')::numeric as insured_area_mu,
  (p.other_facts ->> 'planted_area_mu')::numeric as planted_area_mu,
  p.other_facts ->> 'roll_status' as roll_status,
  (p.other_facts ->> 'guardian_consents')::boolean as guardian_consents,
  i.born_on,
  (p.other_facts ->> 'registered_in_city')::boolean as registered_in_city,
  (p.other_facts ->> 'pre_existing')::boolean as pre_existing
from policy p
join party i on i.party_id = p.party_id;
grant select on policy_facts to goodfaith_app;
