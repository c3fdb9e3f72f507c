import type pg from "pg";

/** A table as it is copied: its own columns in their order, those its rows are sorted by, and whether an institution owns its rows. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly owned: boolean;
}

/** What of no use after a restore: people sign in anew, and a repeated request is weeks past. */
const PASSING = ["session", "one_time_code", "sign_in_failure", "idempotency", "schema_migration"];

/** Every table that is copied, those first that others point at. */
export const copiedTables = async (client: pg.ClientBase): Promise<CopiedTable[]> => {
  const { rows } = await client.query<CopiedTable>(
    `select c.relname as name, c.relrowsecurity as owned,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by k.place) from pg_index i, unnest(i.indkey) with ordinality k (attnum, place)
         join pg_attribute a on a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key
     from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all($1) order by c.relname`,
    [PASSING],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select f.relname as "from", t.relname as "to" from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and f.oid <> t.oid`,
  );
  return inOrder(rows, references);
};

/** The tables so that every one comes after those it points at. Two that point at each other would be an error of the schema. */
export const inOrder = (
  tables: readonly CopiedTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): CopiedTable[] => {
  const ordered: CopiedTable[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && left.has(to)),
    );
    if (free.length === 0) throw new Error(`tables point at each other: ${[...left.keys()].join(", ")}`);
    for (const table of free) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
};
