import type { Json } from "../store/index.ts";
import type { ImportKind, ImportProblem, ImportView } from "./contract.ts";

export interface ImportRunTable {
  institution_id: string;
  import_id: string;
  kind: ImportKind;
  filename: string;
  dry_run: boolean;
  at: Date;
  by_id: string | null;
  by_name: string;
  status: ImportView["status"];
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  bad: number;
  problems: Json<ImportProblem[]>;
  warnings: Json<ImportProblem[]>;
  ignored_columns: string[];
  workbook_sealed: string | null;
  mapped: Json<ImportView["mapped"]>;
  failure: Json<NonNullable<ImportView["failure"]>> | null;
  differences_sealed: string | null;
}
/** Who brought the file, as the work is done in their name. */
export interface WorkActor {
  readonly staffId: string;
  readonly name: string;
  readonly sample: boolean;
  readonly permissions: readonly string[];
  /** 分, in digits. */
  readonly approvalLimit: string | null;
}
export interface ImportWorkTable {
  institution_id: string;
  import_id: string;
  kind: ImportKind;
  filename: string;
  dry_run: boolean;
  at: Date;
  actor: Json<WorkActor>;
  state: "waiting" | "running" | "interrupted";
  rows_done: number;
  rows_expected: number | null;
}
export interface ImportFileTable {
  institution_id: string;
  import_id: string;
  part: number;
  sealed: string;
}
export interface ImportMappingTable {
  institution_id: string;
  kind: ImportKind;
  header: string;
  written: string;
  column_name: string;
  at: Date;
  by_name: string;
}

export interface ImportedClaimTable {
  party_id: string;
  number: string;
  institution_id: string;
  case_id: string;
  digest: Buffer;
}

declare module "../store/context.ts" {
  interface Tables {
    import_run: ImportRunTable;
    import_work: ImportWorkTable;
    import_file: ImportFileTable;
    import_mapping: ImportMappingTable;
    imported_claim: ImportedClaimTable;
  }
}
