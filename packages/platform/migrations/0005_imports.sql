-- What was imported, tried or refused, by whom; a refused file's bad rows are kept, sealed, to be handed back.
create table import_run (
  institution_id uuid not null references institution,
  import_id uuid not null,
  kind text not null check (kind in ('parties', 'policies', 'claims')),
  filename text not null,
  dry_run boolean not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  status text not null check (status in ('checked', 'applied', 'refused')),
  rows integer not null check (rows >= 0),
  created integer not null check (created >= 0),
  updated integer not null check (updated >= 0),
  unchanged integer not null check (unchanged >= 0),
  bad integer not null check (bad >= 0),
  -- the first hundred of each, with sensitive values masked
  problems jsonb not null,
  warnings jsonb not null,
  ignored_columns text[] not null,
  -- the workbook of bad rows: base64, sealed, because it holds what the file held
  workbook_sealed text,
  primary key (institution_id, import_id),
  check ((status = 'checked') = dry_run),
  check (status <> 'refused' or bad > 0)
);
create index import_run_by_time on import_run (institution_id, at desc, import_id desc);
select protect_institution_table('import_run');
select keep_append_only('import_run');
