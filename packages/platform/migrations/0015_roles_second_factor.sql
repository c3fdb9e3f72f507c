-- Each desk of an institution has a role of its own, and a password alone need not be enough to come in.

-- 营业部、分支机构: where a member of staff sits.
create table branch (
  institution_id uuid not null references institution,
  branch_id uuid not null,
  name text not null check (name <> ''),
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (institution_id, branch_id),
  unique (institution_id, name)
);
select protect_institution_table('branch');

alter table staff add column branch_id uuid;
alter table staff add foreign key (institution_id, branch_id) references branch (institution_id, branch_id);

-- 角色: what each desk needs for its work and no more. Reporting a claim and handing in evidence need not mean handling it.
insert into role_permission (role, permission)
select role, unnest(permissions)
from (values
  ('claims-handler', array['claims.report', 'claims.collect']),
  -- 调查: looks and brings evidence, decides nothing
  ('investigator', array['today.read', 'people.read', 'policies.read', 'claims.read', 'claims.collect', 'terms.read']),
  -- 柜面
  ('counter', array['today.read', 'people.read', 'policies.read', 'claims.read', 'claims.report', 'claims.collect',
    'terms.read']),
  -- 服务站(银行网点)
  ('station-clerk', array['people.read', 'claims.report', 'claims.collect', 'terms.read']),
  -- 客服电话
  ('call-centre', array['today.read', 'people.read', 'policies.read', 'claims.read', 'claims.report', 'terms.read',
    'messages.read']),
  -- 反诈守护
  ('guard-officer', array['today.read', 'people.read', 'people.reveal', 'policies.read', 'claims.read', 'payments.read',
    'terms.read', 'messages.read']),
  -- 投诉处理
  ('complaints-officer', array['today.read', 'people.read', 'people.reveal', 'policies.read', 'claims.read',
    'payments.read', 'terms.read', 'messages.read']),
  -- 农险协办
  ('farm-officer', array['today.read', 'people.read', 'policies.read', 'claims.read', 'claims.report', 'claims.collect',
    'terms.read']),
  -- 诊所
  ('clinic', array['terms.read']),
  -- 监管: totals are not built on the permissions of a desk
  ('supervisor', array['terms.read'])
) as given (role, permissions);

-- 登录会话: listed for whom they belong to, and ended one by one. The application sees all but the token's hash.
alter table session add column session_id uuid not null default gen_random_uuid();
alter table session alter column session_id drop default;
alter table session add unique (session_id);
-- the browser, in a few words; the program's name is in label
alter table session add column device text;
-- 令牌的权限范围: null where the session may do all that its owner may
alter table session add column scopes text[];
-- true until a second step has been set up, where the institution asks for one
alter table session add column must_enrol boolean not null default false;
create index session_by_staff on session (institution_id, staff_id);
create index session_by_phone on session (phone_blind) where phone_blind is not null;
grant select (session_id, kind, institution_id, staff_id, label, device, scopes, must_enrol, created_at, expires_at),
  delete on session to goodfaith_app;
create policy staff_sessions on session for select to goodfaith_app using (institution_id = app_institution());
create policy staff_sessions_end on session for delete to goodfaith_app using (institution_id = app_institution());

-- 登录要求: what an institution asks of its own people.
create table access_setting (
  institution_id uuid primary key references institution,
  -- a second step: for those who have set one up, or for everybody
  second_factor text not null check (second_factor in ('optional', 'required')),
  changed_at timestamptz not null
);
select protect_institution_table('access_setting');
select let_entry_read('access_setting');

-- 动态口令(RFC 6238): one authenticator a person, sealed; counts from when it is confirmed by its first code.
create table staff_totp (
  institution_id uuid not null,
  staff_id uuid not null,
  secret text not null,
  -- the last step of 30 seconds that a code was taken of: no code opens twice
  last_step bigint not null,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  primary key (institution_id, staff_id),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id)
);
select protect_institution_table('staff_totp');
select let_entry_read('staff_totp');
create policy entry_counts on staff_totp for update to goodfaith_entry using (true) with check (true);
grant update (last_step) on staff_totp to goodfaith_entry;

-- 恢复码: each opens once, where the authenticator is lost. Only a keyed hash is kept.
create table staff_recovery_code (
  institution_id uuid not null,
  staff_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (institution_id, staff_id, code_hash),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id)
);
select protect_institution_table('staff_recovery_code');
select let_entry_read('staff_recovery_code');
create policy entry_spends on staff_recovery_code for update to goodfaith_entry using (true) with check (true);
grant update (used_at) on staff_recovery_code to goodfaith_entry;
