-- The ground every capability stands on: who may see a row, who works here, what was done, what must still be done.

-- Roles. The application signs in as an owner and steps down to one of these inside every transaction:
-- goodfaith_app sees one institution, goodfaith_entry what signing in needs, goodfaith_relay the outbox alone.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['goodfaith_app', 'goodfaith_entry', 'goodfaith_relay'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception
      when duplicate_object or unique_violation then
        null; -- another database of this server has made it already
      when insufficient_privilege then
        if not exists (select from pg_roles where rolname = wanted) then
          raise exception 'the roles are missing and % may not make them; as an administrator: create role goodfaith_app; create role goodfaith_entry; create role goodfaith_relay; grant goodfaith_app, goodfaith_entry, goodfaith_relay to %', current_user, current_user;
        end if;
    end;
    if not pg_has_role(current_user, wanted, 'member') then
      begin
        execute format('grant %I to current_user', wanted);
      exception when insufficient_privilege then
        raise exception 'the roles are there but % may not use them; as an administrator: grant goodfaith_app, goodfaith_entry, goodfaith_relay to %', current_user, current_user;
      end;
    end if;
  end loop;
  execute format('grant usage on schema %I to goodfaith_app, goodfaith_entry, goodfaith_relay', current_schema());
end
$$;

-- The institution of this transaction; null where none was set, and then no row is seen.
create function app_institution() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.institution', true), '')::uuid;

-- The party a consumer's transaction is narrowed to; null for staff.
create function app_party() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.party', true), '')::uuid;

-- Steps down to the application's role for one institution (and one party) until the transaction ends. `set local` is
-- used because it is the form that reaches the shards of Citus.
create function app_enter(institution uuid, party uuid default null) returns void
  language plpgsql
as $$
begin
  if current_setting('citus.shard_count', true) is not null then
    execute 'set local citus.propagate_set_commands = ''local''';
  end if;
  execute format('set local app.institution = %L', institution);
  execute format('set local app.party = %L', coalesce(party::text, ''));
  execute 'set local role goodfaith_app';
end
$$;

-- For a table that a party owns: its rows belong to one party of one institution, whoever asks.
create function protect_party_table(target regclass) returns void
  language plpgsql
as $$
declare
  first_key_column text;
begin
  select a.attname into first_key_column
  from pg_index i
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
  where i.indrelid = target and i.indisprimary;
  if first_key_column is distinct from 'party_id' then
    raise exception '% must lead its primary key with party_id, not %', target, coalesce(first_key_column, 'nothing');
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_institution on %s to goodfaith_app
       using (institution_id = app_institution() and (app_party() is null or party_id = app_party()))
       with check (institution_id = app_institution() and (app_party() is null or party_id = app_party()))', target);
  execute format('grant select, insert, update, delete on %s to goodfaith_app', target);
end
$$;

-- For a table that an institution owns and no single party does.
create function protect_institution_table(target regclass) returns void
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_institution on %s to goodfaith_app
       using (institution_id = app_institution()) with check (institution_id = app_institution())', target);
  execute format('grant select, insert, update, delete on %s to goodfaith_app', target);
end
$$;

-- What was written stays as it was written: for event streams, the ledger and the audit. Call it after protect_….
create function keep_append_only(target regclass) returns void
  language plpgsql
as $$
begin
  execute format('revoke update, delete, truncate on %s from goodfaith_app', target);
end
$$;

-- Lets signing in find whom a phone belongs to, at every institution, before any institution is known.
create function let_entry_read(target regclass) returns void
  language plpgsql
as $$
begin
  execute format('create policy entry_reads on %s for select to goodfaith_entry using (true)', target);
  execute format('grant select on %s to goodfaith_entry', target);
end
$$;

-- 机构
create table institution (
  institution_id uuid primary key,
  name text not null,
  sample boolean not null default false,
  created_at timestamptz not null
);
select protect_institution_table('institution');
select let_entry_read('institution');

-- 角色与权限: roles are data, so that an office can be organised without a change of code.
create table role_permission (
  role text not null,
  permission text not null,
  primary key (role, permission)
);
grant select on role_permission to goodfaith_app, goodfaith_entry;
insert into role_permission (role, permission)
select role, unnest(permissions)
from (values
  ('claims-handler', array['today.read', 'people.read', 'people.reveal', 'policies.read', 'claims.read', 'claims.handle',
    'payments.read', 'payments.prepare', 'terms.read', 'messages.read']),
  ('claims-approver', array['today.read', 'people.read', 'people.reveal', 'policies.read', 'claims.read',
    'payments.read', 'payments.approve', 'terms.read', 'messages.read']),
  ('payments-officer', array['today.read', 'people.read', 'policies.read', 'claims.read', 'payments.read', 'payments.send',
    'terms.read', 'messages.read']),
  ('product-manager', array['today.read', 'policies.read', 'terms.read']),
  ('administrator', array['today.read', 'people.read', 'policies.read', 'terms.read', 'imports.run', 'messages.read',
    'audit.read', 'access.manage']),
  ('auditor', array['today.read', 'people.read', 'policies.read', 'claims.read', 'payments.read', 'terms.read',
    'messages.read', 'audit.read'])
) as given (role, permissions);

-- 工作人员
create table staff (
  institution_id uuid not null references institution,
  staff_id uuid not null,
  login text not null,
  name text not null,
  -- argon2id, in its own text form
  password_hash text not null,
  roles text[] not null,
  -- 授权额度, 分; null where nothing may be approved
  approval_limit_cents bigint check (approval_limit_cents >= 0),
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (institution_id, staff_id),
  unique (login)
);
select protect_institution_table('staff');
select let_entry_read('staff');

-- 登录会话, for staff, consumers and programs. Only the hash of a token is kept.
create table session (
  token_hash bytea primary key,
  kind text not null check (kind in ('staff', 'consumer', 'program')),
  institution_id uuid,
  staff_id uuid,
  -- a consumer's phone as a blind index; who that is, is found anew at every request
  phone_blind bytea,
  phone_masked text,
  label text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id),
  check ((kind = 'consumer') = (phone_blind is not null)),
  check ((kind = 'consumer') = (staff_id is null))
);
create index session_expires on session (expires_at);
alter table session enable row level security;
alter table session force row level security;
create policy entry on session to goodfaith_entry using (true) with check (true);
grant select, insert, update, delete on session to goodfaith_entry;
-- A member of staff makes a token for a program of their own institution, and cannot read any.
create policy program_tokens on session for insert to goodfaith_app
  with check (kind = 'program' and institution_id = app_institution());
grant insert on session to goodfaith_app;

-- 一次性验证码: one per phone, known or not, so that the answer does not tell which.
create table one_time_code (
  phone_blind bytea primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0
);
grant select, insert, update, delete on one_time_code to goodfaith_entry;

-- 登录失败: counted per login, known or not.
create table sign_in_failure (
  login_blind bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
grant select, insert, update, delete on sign_in_failure to goodfaith_entry;

-- 审计: what was done or looked at, by whom, and why. Where it concerns no party, party_id is the institution's own id.
create table audit_entry (
  party_id uuid not null,
  audit_id uuid not null,
  institution_id uuid not null references institution,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'consumer', 'system')),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  purpose text,
  detail jsonb not null default '{}',
  primary key (party_id, audit_id)
);
create index audit_entry_at on audit_entry (institution_id, at desc);
create index audit_entry_subject on audit_entry (party_id, subject_kind, subject_id, at desc);
select protect_party_table('audit_entry');
select keep_append_only('audit_entry');

-- 发件箱(任务): work to be done after a transaction, written within it. A job's own effect marks it done in one
-- transaction, so that a job that runs twice has its effect once.
create table outbox (
  party_id uuid not null,
  outbox_id uuid not null,
  institution_id uuid not null references institution,
  task text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  created_at timestamptz not null,
  relayed_at timestamptz,
  done_at timestamptz,
  primary key (party_id, outbox_id)
);
create index outbox_waiting on outbox (created_at) where relayed_at is null;
create index outbox_open on outbox (outbox_id) where done_at is null;
select protect_party_table('outbox');
create policy relay on outbox to goodfaith_relay using (true) with check (true);
grant select on outbox to goodfaith_relay;
grant update (relayed_at) on outbox to goodfaith_relay;

-- 幂等: the first answer to a request that creates, given again to a repeat. The answer is sealed: it may hold personal data.
create table idempotency (
  institution_id uuid not null references institution,
  actor_id uuid not null,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  answer text,
  created_at timestamptz not null,
  primary key (institution_id, actor_id, key)
);
create index idempotency_created on idempotency (created_at);
select protect_institution_table('idempotency');
