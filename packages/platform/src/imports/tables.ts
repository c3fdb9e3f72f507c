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
    imported_claim: ImportedClaimTable;
  }
}
