import { createHash } from "node:crypto";
import { keepContent } from "../../cases/index.ts";
import { checkOwner, readStatement } from "../../evidence/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { type CaseId, EvidenceId, FindingId } from "../../kernel/ids.ts";
import type { UploadedFile } from "../../kernel/operation.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { CSV_MEDIA_TYPE, readTable, XLSX_MEDIA_TYPE } from "../../tabular/index.ts";
import { type Added, type AddedFile, addDocument, addStatement, refuseHeld } from "../commands/evidence.ts";
import type { ClaimState } from "../model/state.ts";
import { worldOf } from "../records/gather.ts";
import { knownOwner } from "../records/people.ts";
import { refusals } from "../refusals.ts";
import { commit, loadAt } from "./commit.ts";
import { fileKindOf } from "./files.ts";

/** A statement of many years has some ten thousand rows; more is no statement. */
export const STATEMENT_LIMITS = { rows: 200_000, columns: 64, sheets: 16, inflatedBytes: 200_000_000 };

/** Whoever brings a file of such a name means a statement: keeping a picture without a word would mislead them. */
const TABLE_NAME = /\.(csv|tsv|txt|xlsx?)$/i;

export interface DroppedFile {
  readonly caseId: CaseId;
  readonly version: number;
  /** A person's word that a file which does not name its owner is the insured's. */
  readonly ownerConfirmed: boolean;
  readonly file: UploadedFile;
}

const sha256Of = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

const fileOf = (context: Context, file: UploadedFile, mediaType: string): AddedFile => ({
  evidenceId: EvidenceId.parse(context.newId()),
  filename: file.filename,
  mediaType,
  bytes: file.content.length,
  sha256: sha256Of(file.content),
});

/** Reads a file as far as it can be read without the case: a refusal here has changed nothing. */
const readAsStatement = async (context: Context, state: ClaimState, input: DroppedFile) => {
  const { filename, content } = input.file;
  const table = await readTable(content, filename, STATEMENT_LIMITS);
  const now = timeInChina(context.clock.now());
  const statement = orRefuse(readStatement({ table, now }));
  const known = await knownOwner(context, state.partyId, state.insuredName);
  const owner = orRefuse(checkOwner(statement, known, input.ownerConfirmed));
  const file = fileOf(context, input.file, table.format === "xlsx" ? XLSX_MEDIA_TYPE : CSV_MEDIA_TYPE);
  return { statement, owner, file };
};

/**
 * Takes a file as people bring it. A statement is read and what it proves is decided upon in the same transaction; any other
 * document is kept. A refusal leaves the case as it was.
 */
export const dropFile = async (
  context: Context,
  input: DroppedFile,
): Promise<{ state: ClaimState; read: Added["read"] }> => {
  const state = await loadAt(context, input.caseId, input.version);
  const held = refuseHeld(state, { filename: input.file.filename, sha256: sha256Of(input.file.content) });
  if (held) throw new Refused(held);
  const kind = fileKindOf(input.file.content);
  if (!kind) throw new Refused(refusals.fileKind(input.file.filename));
  if (kind.is === "document") {
    if (TABLE_NAME.test(input.file.filename)) throw new Refused(refusals.misnamed(input.file.filename, kind));
    const file = fileOf(context, input.file, kind.mediaType);
    return finish(context, state, input, file, addDocument(file, kind));
  }
  const { statement, owner, file } = await readAsStatement(context, state, input);
  const newFindingId = () => FindingId.parse(context.newId());
  const reading = { evidenceId: file.evidenceId, statement, newFindingId, owner };
  return finish(
    context,
    state,
    input,
    file,
    orRefuse(addStatement(state, file, reading, await worldOf(context))),
  );
};

const finish = async (
  context: Context,
  before: ClaimState,
  input: DroppedFile,
  file: AddedFile,
  { events, read }: Added,
) => {
  const { evidenceId, mediaType, sha256 } = file;
  const note = { action: "claims.add-file", detail: { evidenceId, kind: read.kind, sha256 } };
  const state = await commit(context, before, events, note);
  const key = { partyId: state.partyId, caseId: state.caseId };
  await keepContent(context, key, evidenceId, { ...input.file, mediaType, sha256 });
  return { state, read };
};
