import { type Bound, bind } from "../http/index.ts";
import type { ImportId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { termsOf } from "../terms/index.ts";
import {
  downloadDifferences,
  downloadProblems,
  downloadTemplate,
  forgetImport,
  type ImportView,
  listImports,
  listUnderWay,
  mapColumn,
  readColumns,
  readImport,
  runImport as runImportOperation,
  startAgain,
} from "./contract.ts";
import { withImporter } from "./importers.ts";
import { columnsOf, mapHeader } from "./mapping.ts";
import { runImport } from "./run.ts";
import { findRun, listRuns, readDifferences, readWorkbook } from "./store.ts";
import { template } from "./template.ts";
import { againWork, beginWork, findWork, forgetWork, listWork, noImport } from "./work/index.ts";

const noFile = (): Refused =>
  new Refused(
    refuse("invalid", "imports.no-file", { zh: "请选择要导入的文件。", en: "Choose a file to import." }),
  );

const find = async (context: Context, importId: ImportId): Promise<ImportView> => {
  // What has ended is looked for last: an import that ends in between is found there.
  const view = (await findWork(context, importId)) ?? (await findRun(context, importId));
  if (!view) throw noImport(importId);
  return view;
};

export const importsApi: Bound[] = [
  bind(runImportOperation, async (context, { params, query, file }) => {
    if (!file) throw noFile();
    return withImporter(
      params.kind,
      (importer) => {
        const options = { dryRun: query.dryRun === "true" };
        return query.wait === "false"
          ? beginWork(context, importer, file, options)
          : runImport(context, importer, file, options);
      },
      await termsOf(context),
    );
  }),
  bind(listImports, (context, { query }) => listRuns(context, query)),
  bind(readImport, (context, { params }) => find(context, params.importId)),
  bind(listUnderWay, async (context) => ({ items: await listWork(context) })),
  bind(startAgain, (context, { params }) => againWork(context, params.importId)),
  bind(forgetImport, async (context, { params }) => {
    await forgetWork(context, params.importId);
    return {};
  }),
  bind(downloadDifferences, (context, { params }) => readDifferences(context, params.importId)),
  bind(readColumns, async (context, { params }) =>
    withImporter(params.kind, (importer) => columnsOf(context, importer), await termsOf(context)),
  ),
  bind(mapColumn, async (context, { params, body }) =>
    withImporter(
      params.kind,
      async (importer) => {
        await mapHeader(context, importer, body);
        return columnsOf(context, importer);
      },
      await termsOf(context),
    ),
  ),
  bind(downloadProblems, (context, { params }) => readWorkbook(context, params.importId)),
  bind(downloadTemplate, async (context, { params }) =>
    withImporter(params.kind, template, await termsOf(context)),
  ),
];
