import type { ColumnType } from "kysely";

/** A column that holds JSON: read parsed, written as text that was made by `JSON.stringify`. */
export type Json<T> = ColumnType<T, string, string>;

export interface InstitutionTable {
  institution_id: string;
  name: string;
  sample: boolean;
  created_at: Date;
}
export interface OutboxTable {
  party_id: string;
  outbox_id: string;
  institution_id: string;
  task: string;
  payload: Json<Record<string, unknown>>;
  run_at: Date;
  created_at: Date;
  relayed_at: Date | null;
  done_at: Date | null;
}
export interface IdempotencyTable {
  institution_id: string;
  actor_id: string;
  key: string;
  operation: string;
  request_hash: Buffer;
  answer: string | null;
  created_at: Date;
}

declare module "./context.ts" {
  interface Tables {
    idempotency: IdempotencyTable;
    institution: InstitutionTable;
    outbox: OutboxTable;
  }
}
