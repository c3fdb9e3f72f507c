import type { Json } from "../store/index.ts";

export interface CaseEventTable {
  party_id: string;
  case_id: string;
  version: number;
  institution_id: string;
  type: string;
  data: Json<Record<string, unknown>>;
  at: Date;
  actor_kind: "staff" | "consumer" | "system";
  actor_id: string | null;
  actor_name: string;
}
export interface CaseStateTable {
  party_id: string;
  case_id: string;
  institution_id: string;
  kind: "claim";
  number: string;
  title: string;
  status: "open" | "decided" | "paid" | "closed";
  version: number;
  subject_name: string;
  handler_id: string | null;
  handler_name: string | null;
  opened_at: Date;
  least_cents: bigint;
  most_cents: bigint | null;
  ordered_cents: bigint;
  available_cents: bigint;
  paid_cents: bigint;
  settled: boolean;
  asks: string[];
  ask_text: string | null;
  next_do: string;
  notice_sent_at: Date | null;
  decided_at: Date | null;
  paid_at: Date | null;
  state: Json<Record<string, unknown>>;
  changed_at: Date;
}
export interface CaseEvidenceTable {
  party_id: string;
  evidence_id: string;
  case_id: string;
  institution_id: string;
  filename: string;
  media_type: string;
  bytes: number;
  sha256: string;
  content: Buffer;
  added_at: Date;
}
declare module "../store/context.ts" {
  interface Tables {
    case_event: CaseEventTable;
    case_state: CaseStateTable;
    case_evidence: CaseEvidenceTable;
  }
}
