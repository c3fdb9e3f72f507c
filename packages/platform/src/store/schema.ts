import { sql } from "kysely";
import type { Database } from "./context.ts";

/**
 * The schema in words, as the catalogue has it: tables with their columns, keys, indexes and policies, views and functions.
 * Two databases with the same words hold the same schema; the text is kept beside the migrations and compared.
 */
export const describeSchema = async (db: Database): Promise<string> => {
  const parts = [await tables(db), await views(db), await functions(db)];
  return `${parts.flat().join("\n\n")}\n`;
};

const OURS = sql`n.nspname = current_schema() and c.relname <> 'schema_migration'`;

interface TableRow {
  readonly name: string;
  readonly secured: string;
  readonly columns: readonly string[];
  readonly constraints: readonly string[] | null;
  readonly indexes: readonly string[] | null;
  readonly policies: readonly string[] | null;
  readonly grants: readonly string[] | null;
}

const tables = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<TableRow>`
    select c.relname as name,
      case when c.relforcerowsecurity and c.relrowsecurity then 'row security forced'
           when c.relrowsecurity then 'row security' else 'no row security' end as secured,
      (select array_agg(format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' else '' end,
           coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) order by a.attnum)
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select array_agg(k.conname || ' ' || pg_get_constraintdef(k.oid) order by k.contype desc, k.conname)
         from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
      (select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text)
         from pg_index i where i.indrelid = c.oid
           and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)) as indexes,
      (select array_agg(format('%s for %s to %s%s%s', p.policyname, lower(p.cmd), array_to_string(p.roles, ', '),
           coalesce(' using ' || p.qual, ''), coalesce(' with check ' || p.with_check, '')) order by p.policyname)
         from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname) as policies,
      (select array_agg(g.line order by g.line) from (
         select format('%s: %s', grantee, string_agg(lower(privilege_type), ', ' order by privilege_type)) as line
         from information_schema.role_table_grants
         where table_schema = n.nspname and table_name = c.relname and grantee like 'goodfaith\\_%'
         group by grantee) g) as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p') order by c.relname`.execute(db);
  return rows.map((row) =>
    [
      `table ${row.name} (${row.secured})`,
      ...row.columns.map((line) => `  ${line}`),
      ...list("key", row.constraints),
      ...list("index", row.indexes),
      ...list("policy", row.policies),
      ...list("grant", row.grants),
    ].join("\n"),
  );
};

const list = (what: string, lines: readonly string[] | null) =>
  (lines ?? []).map((line) => `  ${what} ${line}`);

const views = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string; options: string | null; definition: string }>`
    select c.relname as name, array_to_string(c.reloptions, ', ') as options, pg_get_viewdef(c.oid) as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('v', 'm') order by c.relname`.execute(db);
  return rows.map(
    ({ name, options, definition }) => `view ${name} (${options ?? "no options"})\n${definition}`,
  );
};

const functions = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = current_schema() and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.oid::regprocedure::text`.execute(db);
  return rows.map(({ definition }) => definition.trim());
};
