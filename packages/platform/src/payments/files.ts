import { createHash } from "node:crypto";
import { record, vault } from "../access/index.ts";
import type { BatchId } from "../kernel/ids.ts";
import type { Download } from "../kernel/operation.ts";
import type { Context } from "../store/index.ts";
import type { BankBatch } from "./banking/batch.ts";
import { writePain001 } from "./banking/pain001.ts";
import { writeBankTable } from "./banking/table-file.ts";
import type { BankTemplate } from "./banking/template.ts";
import { noSuchBatch } from "./batches.ts";
import "./tables.ts";

export type FileFormat = "pain.001" | "csv" | "xlsx";

interface BankFile {
  readonly format: FileFormat;
  readonly filename: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Both files of a batch, from the same orders: the ISO message and the bank's own table. */
export const writeFiles = async (batch: BankBatch, template: BankTemplate): Promise<readonly BankFile[]> => {
  const table = await writeBankTable(batch, template);
  return [
    {
      format: "pain.001",
      filename: `${batch.number}.pain.001.xml`,
      mediaType: "application/xml; charset=utf-8",
      content: new TextEncoder().encode(writePain001(batch)),
    },
    { ...table, filename: `${batch.number}.${table.format}` },
  ];
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Keeps the files as they were made, sealed: they hold account numbers. */
export const keepFiles = async (
  context: Context,
  batchId: BatchId,
  files: readonly BankFile[],
): Promise<void> => {
  await context.tx
    .insertInto("payment_batch_file")
    .values(
      files.map((file) => ({
        institution_id: context.actor.institutionId,
        batch_id: batchId,
        format: file.format,
        filename: file.filename,
        media_type: file.mediaType,
        sha256: sha256(file.content),
        bytes: file.content.length,
        content_sealed: vault.seal(Buffer.from(file.content).toString("base64")),
      })),
    )
    .execute();
};

/**
 * The file as it was made, the same bytes every time; the download is on record.
 * @throws Error where the kept bytes no longer have their digest: nothing altered goes to a bank
 */
export const downloadFile = async (
  context: Context,
  batchId: BatchId,
  format: FileFormat,
): Promise<Download> => {
  const row = await context.tx
    .selectFrom("payment_batch_file")
    .selectAll()
    .where("batch_id", "=", batchId)
    .where("format", "=", format)
    .executeTakeFirst();
  if (!row) throw noSuchBatch(batchId);
  const content = new Uint8Array(Buffer.from(vault.open(row.content_sealed), "base64"));
  if (sha256(content) !== row.sha256)
    throw new Error(
      `payments: the ${format} file of batch ${batchId} does not have the digest it was kept with`,
    );
  await record(context, {
    action: "payments.download-file",
    subject: { kind: "payment-batch", id: batchId },
    detail: { format, filename: row.filename, sha256: row.sha256 },
  });
  return { filename: row.filename, mediaType: row.media_type, content };
};
