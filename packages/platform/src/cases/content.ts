import type { EvidenceId } from "../kernel/ids.ts";
import type { UploadedFile } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import type { CaseKey } from "./model.ts";
import "./tables.ts";

export interface StoredFile extends UploadedFile {
  readonly sha256: string;
}

/** Keeps a file's bytes as they were brought. The case's row must stand already. */
export const keepContent = async (
  context: Context,
  { partyId, caseId }: CaseKey,
  evidenceId: EvidenceId,
  file: StoredFile,
): Promise<void> => {
  await context.tx
    .insertInto("case_evidence")
    .values({
      party_id: partyId,
      evidence_id: evidenceId,
      case_id: caseId,
      institution_id: context.actor.institutionId,
      filename: file.filename,
      media_type: file.mediaType,
      bytes: file.content.length,
      sha256: file.sha256,
      content: Buffer.from(file.content),
      added_at: context.clock.now(),
    })
    .execute();
};

/** The bytes as they were brought. @throws Refused `cases.no-evidence` */
export const readContent = async (
  { tx }: Pick<Context, "tx">,
  { partyId, caseId }: CaseKey,
  evidenceId: EvidenceId,
): Promise<StoredFile> => {
  const row = await tx
    .selectFrom("case_evidence")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("case_id", "=", caseId)
    .where("evidence_id", "=", evidenceId)
    .executeTakeFirst();
  if (!row)
    throw new Refused(
      refuse(
        "missing",
        "cases.no-evidence",
        { zh: "案件里没有这份证据。", en: "The case holds no such evidence." },
        { evidenceId },
      ),
    );
  return { filename: row.filename, mediaType: row.media_type, content: row.content, sha256: row.sha256 };
};
