import { sql } from "kysely";
import type { Context } from "../../store/index.ts";
import { soundOf } from "./sound.ts";

const AT_ONCE = 2000;

/** Gives names that came before this edition, or another way, their sound; a slice at each sweep until all have it. */
export const fillSounds = async ({ tx }: Context): Promise<number> => {
  const rows = await tx
    .selectFrom("party")
    .select(["party_id", "name"])
    .where("name_sound", "is", null)
    .orderBy("party_id")
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return 0;
  const sounds = rows.map(({ party_id, name }) => ({ party_id, sound: soundOf(name) }));
  await sql`
    update party p set name_sound = r.sound
    from json_to_recordset(${JSON.stringify(sounds)}::json) as r(party_id uuid, sound text)
    where p.party_id = r.party_id`.execute(tx);
  return rows.length;
};
