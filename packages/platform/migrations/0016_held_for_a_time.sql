-- What someone may do for a time only, what someone may not do for a person's sake, and a first password that is only the first.

-- 初始密码: given by the administrator; nothing else opens until it is changed.
alter table staff add column password_temporary boolean not null default false;

-- What was missing (a second step, a password of one's own) has been set up: the session opens.
grant update (must_enrol) on session to goodfaith_app;
create policy staff_sessions_open on session for update to goodfaith_app
  using (institution_id = app_institution()) with check (institution_id = app_institution());

-- How long things may last, and what is too few to be told; each institution's own to change.
alter table access_setting add column delegation_days_max integer not null default 31 check (delegation_days_max > 0);
alter table access_setting add column break_glass_minutes integer not null default 30 check (break_glass_minutes > 0);

-- 临时角色: a delegation (转授权), or an emergency (应急访问), each with its end.
create table temporary_role (
  institution_id uuid not null,
  temporary_role_id uuid not null,
  kind text not null check (kind in ('delegation', 'break-glass')),
  -- who may do more for the time
  staff_id uuid not null,
  -- whose roles these are; null in an emergency
  from_staff_id uuid,
  roles text[] not null,
  -- 分; the delegated limit, never above the delegator's
  approval_limit_cents bigint check (approval_limit_cents >= 0),
  reason text not null check (reason <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- 事后复核: of an emergency, by another
  reviewed_at timestamptz,
  reviewed_by uuid,
  verdict text check (verdict in ('justified', 'unjustified')),
  review_note text,
  primary key (institution_id, temporary_role_id),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id),
  foreign key (institution_id, from_staff_id) references staff (institution_id, staff_id),
  foreign key (institution_id, reviewed_by) references staff (institution_id, staff_id),
  constraint temporary_role_ends check (ends_at > starts_at),
  constraint temporary_role_from check ((kind = 'delegation') = (from_staff_id is not null)),
  constraint temporary_role_not_to_oneself check (from_staff_id is distinct from staff_id),
  constraint temporary_role_reviewed_by_another check (reviewed_by is distinct from staff_id),
  constraint temporary_role_review_whole check ((reviewed_at is null) = (verdict is null) and (reviewed_at is null) = (reviewed_by is null))
);
create index temporary_role_of on temporary_role (institution_id, staff_id, ends_at);
select protect_institution_table('temporary_role');
select let_entry_read('temporary_role');

-- 应急访问 reads what a case needs; it changes nothing and pays nothing.
insert into role_permission (role, permission)
select 'break-glass', unnest(array['people.read', 'people.reveal', 'policies.read', 'claims.read', 'payments.read']);

-- 回避: one of staff who has an interest in a person, or in one case, acts on neither.
create table recusal (
  party_id uuid not null,
  recusal_id uuid not null,
  institution_id uuid not null references institution,
  staff_id uuid not null,
  -- the person, and the case, in words
  about text not null,
  -- null: every case of this person
  case_id uuid,
  reason text not null check (reason <> ''),
  declared_by uuid not null,
  declared_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (party_id, recusal_id)
);
create index recusal_of on recusal (party_id, staff_id) where lifted_at is null;
create index recusal_by_time on recusal (institution_id, declared_at desc);
select protect_party_table('recusal');

-- 谁可以做: everybody may ask for an emergency who works with cases; another reviews it.
insert into role_permission (role, permission)
select role, 'access.break-glass' from unnest(array['claims-handler', 'claims-approver', 'call-centre', 'counter', 'guard-officer',
  'complaints-officer', 'administrator']) as role;
insert into role_permission (role, permission) values ('administrator', 'access.review'), ('auditor', 'access.review');
