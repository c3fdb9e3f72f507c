/** A node's value in SQL, and whether the row says it. */
import { type Sql, sql } from "./text.ts";

/**
 * What a node comes to. `open` is true where the row's unknowns leave it undetermined; `value` is then null.
 *
 * A node that no completion makes null needs no second column (`open` is null here): its SQL null can only mean
 * undetermined, and SQL's three values are then exactly "in every completion true", "in every completion false"
 * and "not said". A node that FEEL can make null has both, so that the two nulls are never taken for each other.
 */
export interface Cell {
  readonly value: Sql;
  readonly open: Sql | null;
}

/** Whether the row leaves it undetermined; never null. */
export const isOpen = (c: Cell): Sql => c.open ?? sql`${c.value} IS NULL`;
