import type { Act, Statement } from "./model.ts";

/** The last act of the living at or before `until` (the hour of discovery, both +08:00); null where there is none. */
export const lastSignOfLife = (statement: Pick<Statement, "acts">, until: string): Act | null =>
  statement.acts
    .filter((act) => act.signOfLife && act.at <= until)
    .reduce<Act | null>((last, act) => (last === null || act.at > last.at ? act : last), null);

/** Acts that look alive but come after the discovery: somebody else held the phone. */
export const signsAfter = (statement: Pick<Statement, "acts">, until: string): readonly Act[] =>
  statement.acts.filter((act) => act.signOfLife && act.at > until);
