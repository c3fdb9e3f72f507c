import { type Bound, bind } from "../http/index.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import { termsOf } from "../terms/index.ts";
import {
  downloadProblems,
  downloadTemplate,
  listImports,
  runImport as runImportOperation,
} from "./contract.ts";
import { withImporter } from "./importers.ts";
import { runImport } from "./run.ts";
import { listRuns, readWorkbook } from "./store.ts";
import { template } from "./template.ts";

const noFile = (): Refused =>
  new Refused(
    refuse("invalid", "imports.no-file", { zh: "请选择要导入的文件。", en: "Choose a file to import." }),
  );

export const importsApi: Bound[] = [
  bind(runImportOperation, async (context, { params, query, file }) => {
    if (!file) throw noFile();
    return withImporter(
      params.kind,
      (importer) => runImport(context, importer, file, { dryRun: query.dryRun === "true" }),
      await termsOf(context),
    );
  }),
  bind(listImports, (context, { query }) => listRuns(context, query)),
  bind(downloadProblems, (context, { params }) => readWorkbook(context, params.importId)),
  bind(downloadTemplate, async (context, { params }) =>
    withImporter(params.kind, template, await termsOf(context)),
  ),
];
