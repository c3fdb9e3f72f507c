import { sql } from "kysely";

/** Every column of a note (alias `e`) as one text, in the database's own unambiguous form: times to the microsecond. */
export const NOTE = sql<string>`jsonb_build_array(e.institution_id, e.party_id, e.audit_id,
  extract(epoch from e.at)::text, e.actor_kind, e.actor_id, e.actor_name, e.action, e.subject_kind, e.subject_id,
  e.purpose, e.detail)::text`;
