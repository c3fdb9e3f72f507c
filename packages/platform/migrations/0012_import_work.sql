-- An import of a city's records takes minutes: it outlives the request that brought it, says how far it is, and starts again
-- by itself where the program was killed, from the file as it was brought.

-- Staging is done in temporary tables of the transaction's own (store/stage.ts).
do $$
begin
  execute format('grant temporary on database %I to goodfaith_app', current_database());
exception when insufficient_privilege then
  null; -- everyone may, unless an administrator has taken it away
end
$$;

-- 正在进行的导入. Gone once the import has ended, and with it the file; what came of it is in import_run.
create table import_work (
  institution_id uuid not null references institution,
  import_id uuid not null,
  kind text not null,
  filename text not null,
  dry_run boolean not null,
  at timestamptz not null,
  -- who brought the file, and what they might do then: staff_id, name, permissions, approval limit
  actor jsonb not null,
  state text not null check (state in ('waiting', 'running', 'interrupted')),
  rows_done integer not null default 0 check (rows_done >= 0),
  -- as counted from line ends; null where the file does not tell
  rows_expected integer check (rows_expected >= 0),
  primary key (institution_id, import_id)
);
select protect_institution_table('import_work');

-- The file as it was brought: packed, in parts, sealed, because it holds people's data in the clear.
create table import_file (
  institution_id uuid not null,
  import_id uuid not null,
  part integer not null check (part >= 0),
  sealed text not null,
  primary key (institution_id, import_id, part),
  foreign key (institution_id, import_id) references import_work (institution_id, import_id) on delete cascade
);
select protect_institution_table('import_file');

-- 列对应: which of our columns an institution's own header means, said once and used from then on.
create table import_mapping (
  institution_id uuid not null references institution,
  kind text not null,
  -- as the header is compared: without spaces, in small letters
  header text not null check (length(header) between 1 and 200),
  -- as it was written
  written text not null,
  column_name text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (institution_id, kind, header)
);
select protect_institution_table('import_mapping');

alter table import_run
  drop constraint import_run_status_check,
  drop constraint import_run_check,
  add column mapped jsonb not null default '[]',
  -- why the file could not be read to its end: a sentence in zh and en
  add column failure jsonb,
  -- the workbook of what is new or changed, and how: base64, sealed; personal data in it is masked
  add column differences_sealed text,
  add constraint import_run_status_check check (status in ('checked', 'applied', 'refused', 'failed')),
  add constraint import_run_dry_check check ((status = 'checked' and dry_run) or (status in ('applied', 'refused') and not dry_run) or status = 'failed'),
  add constraint import_run_failure_check check ((status = 'failed') = (failure is not null));
