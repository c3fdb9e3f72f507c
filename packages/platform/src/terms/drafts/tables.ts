import type { Json } from "../../store/index.ts";
import type { DraftStatus } from "./contract.ts";
import type { DraftEvent, DraftState } from "./model.ts";

export interface TermsDraftTable {
  institution_id: string;
  draft_id: string;
  version: number;
  status: DraftStatus;
  terms_id: string;
  title: string;
  digest: string;
  source: string;
  folded: Json<DraftState>;
  changed_at: Date;
}
export interface TermsDraftEventTable {
  institution_id: string;
  draft_id: string;
  version: number;
  type: DraftEvent["type"];
  data: Json<Record<string, unknown>>;
  at: Date;
  actor_id: string;
  actor_name: string;
}

declare module "../../store/context.ts" {
  interface Tables {
    terms_draft: TermsDraftTable;
    terms_draft_event: TermsDraftEventTable;
  }
}
