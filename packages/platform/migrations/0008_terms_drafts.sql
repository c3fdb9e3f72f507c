-- Terms are written, checked and signed here too: a draft is a stream of steps, and what two people have signed never changes again.

-- 条款草稿: the row that a draft's steps fold to, with its present text.
create table terms_draft (
  institution_id uuid not null references institution,
  draft_id uuid not null,
  version integer not null check (version >= 1),
  status text not null check (status in ('draft', 'submitted', 'signed', 'withdrawn')),
  -- as the text names itself; empty while it does not
  terms_id text not null,
  title text not null,
  digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  source text not null check (octet_length(source) <= 262144),
  -- what the steps fold to, authors and signatures included
  folded jsonb not null,
  changed_at timestamptz not null,
  primary key (institution_id, draft_id)
);
create index terms_draft_by_time on terms_draft (institution_id, changed_at desc, draft_id);
select protect_institution_table('terms_draft');

-- Every step of a draft, with the text as it was then.
create table terms_draft_event (
  institution_id uuid not null,
  draft_id uuid not null,
  version integer not null check (version >= 1),
  type text not null check (type in ('created', 'saved', 'submitted', 'signed', 'returned', 'withdrawn')),
  data jsonb not null,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  primary key (institution_id, draft_id, version),
  foreign key (institution_id, draft_id) references terms_draft
);
select protect_institution_table('terms_draft_event');
select keep_append_only('terms_draft_event');

-- 已签发版本: an edition of this institution's own. The database itself holds the rule of four eyes and more: two different
-- people sign, and neither wrote the text last.
create table terms_signed (
  institution_id uuid not null references institution,
  terms_id text not null,
  digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  source text not null,
  draft_id uuid not null,
  signed_at timestamptz not null,
  last_author uuid not null,
  first_signer uuid not null,
  first_signer_name text not null,
  second_signer uuid not null,
  second_signer_name text not null,
  primary key (institution_id, terms_id),
  foreign key (institution_id, draft_id) references terms_draft,
  constraint terms_signed_by_two check (first_signer <> second_signer),
  constraint terms_signed_by_others check (last_author <> first_signer and last_author <> second_signer)
);
select protect_institution_table('terms_signed');
select keep_append_only('terms_signed');

-- The grants keep the application from it; this keeps whoever owns the tables from it too.
create function terms_signed_stays() returns trigger
  language plpgsql
as $$
begin
  raise exception 'signed terms never change: % %', tg_op, old.terms_id;
end
$$;
create trigger terms_signed_stays before update or delete on terms_signed
  for each row execute function terms_signed_stays();

-- 权限: a product manager writes, approvers sign beside other product managers; auditors look on.
insert into role_permission (role, permission)
values
  ('product-manager', 'terms.review'),
  ('product-manager', 'terms.draft'),
  ('product-manager', 'terms.sign'),
  ('claims-approver', 'terms.review'),
  ('claims-approver', 'terms.sign'),
  ('auditor', 'terms.review');
