import { sql } from "kysely";
import { z } from "zod";
import { type Job, type JobRun, job } from "../../jobs/index.ts";
import { ImportId, StaffId } from "../../kernel/ids.ts";
import { cents } from "../../kernel/money.ts";
import type { Permission } from "../../kernel/operation.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor, SystemActor } from "../../store/index.ts";
import { termsOf } from "../../terms/index.ts";
import { withImporter } from "../importers.ts";
import { runImport, takeTurn } from "../run.ts";
import { saveFailure } from "../store.ts";
import type { WorkActor } from "../tables.ts";
import { readFile } from "./keep-file.ts";
import { askAgain, RUN_TASK } from "./work.ts";

/** A run that ended the program this often is not tried again by itself: a person decides. */
const MOST_ATTEMPTS = 3;

/**
 * Imports a kept file. All of it is one transaction, that of the job: a program killed in the middle has applied nothing,
 * and the job runs again from the file; one killed after the commit finds the work gone and does nothing.
 */
export const importsJobs: Job[] = [
  job(RUN_TASK, z.object({ importId: ImportId }), async (context, { importId }, run) => {
    const work = await context.tx
      .selectFrom("import_work")
      .selectAll()
      .where("import_id", "=", importId)
      .executeTakeFirst();
    if (!work) return;
    if (run.attempt > MOST_ATTEMPTS) {
      await show(run, importId, { state: "interrupted", rows_done: 0 });
      return;
    }
    if (!(await takeTurn(context))) {
      await askAgain(context, importId);
      return;
    }
    await show(run, importId, { state: "running", rows_done: 0 });
    const acting = { ...context, actor: actorOf(context, work.actor) };
    const given = { kind: work.kind, filename: work.filename, dryRun: work.dry_run };
    await sql`savepoint import_job`.execute(context.tx);
    try {
      const content = await readFile(acting, importId);
      const onProgress = (rows_done: number) => show(run, importId, { state: "running", rows_done });
      await withImporter(
        work.kind,
        (importer) => runImport(acting, importer, { ...given, content }, { ...given, importId, onProgress }),
        await termsOf(acting),
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await sql`rollback to savepoint import_job`.execute(context.tx);
      await saveFailure(acting, { ...given, importId }, error.refusal);
    }
    await context.tx.deleteFrom("import_work").where("import_id", "=", importId).execute();
  }),
];

/** Seen by others at once, while the import itself is not. */
const show = (
  run: JobRun,
  importId: ImportId,
  now: { readonly state: "running" | "interrupted"; readonly rows_done: number },
): Promise<void> =>
  run.aside(async (tx) => {
    await tx.updateTable("import_work").set(now).where("import_id", "=", importId).execute();
  });

const actorOf = ({ actor }: Context<SystemActor>, by: WorkActor): StaffActor => ({
  kind: "staff",
  staffId: StaffId.parse(by.staffId),
  name: by.name,
  institutionId: actor.institutionId,
  sample: by.sample,
  permissions: new Set(by.permissions as Permission[]),
  approvalLimit: by.approvalLimit === null ? null : cents(BigInt(by.approvalLimit)),
});
