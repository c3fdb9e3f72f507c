import { record } from "../access/index.ts";
import { dayInChina, timeInChina } from "../kernel/clock.ts";
import { PartyId } from "../kernel/ids.ts";
import type { Download, UploadedFile } from "../kernel/operation.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor } from "../store/index.ts";
import { CSV_MEDIA_TYPE, readTable, writeCsv } from "../tabular/index.ts";
import { type AnswerProblem, type AnswerRow, readAnswers } from "./answer-file.ts";
import { describe, policyNumberOf } from "./describe.ts";
import { readLink } from "./link.ts";
import { takeAnswer } from "./request.ts";
import { change, fromRow, lockInstruction, type StoredInstruction } from "./store.ts";

type Staff = Context<StaffActor>;
const MOST_ROWS = 20_000;

const onlyFiles = async (context: Staff): Promise<void> => {
  const { mode } = await readLink(context);
  if (mode !== "files")
    throw new Refused(
      refuse(
        "conflict",
        "core.not-files",
        {
          zh: "本机构与核心系统不是用文件交换的；请先在接入方式中改为“文件”。",
          en: "This institution does not exchange files with its core; set that first.",
        },
        { mode },
      ),
    );
};

const openInstructions = async ({ tx }: Staff, sent: boolean): Promise<StoredInstruction[]> => {
  const rows = await tx
    .selectFrom("core_instruction")
    .selectAll()
    .where("status", "in", ["requested", "acknowledged"])
    .where("times_sent", sent ? ">" : "=", 0)
    .orderBy("requested_at")
    .orderBy("instruction_id")
    .limit(MOST_ROWS)
    .execute();
  return rows.map(fromRow);
};

/** Marks what waits as sent: from here on it is in the file, and can no longer be taken back. */
export const release = async (context: Staff): Promise<{ released: number }> => {
  await onlyFiles(context);
  const waiting = await openInstructions(context, false);
  for (const one of waiting) {
    const held = await lockInstruction(context, one.partyId, one.instructionId);
    orRefuse(await change(context, held, { type: "send" }));
  }
  await record(context, {
    action: "core.release",
    subject: { kind: "core", id: context.actor.institutionId },
    detail: { released: waiting.length },
  });
  return { released: waiting.length };
};

const HEADERS = ["指令号", "类别", "保单号", "内容", "申请时间", "申请人"] as const;

/** Everything sent that the core has not answered to the end; an instruction twice in two files is one by its number. */
export const outgoing = async (context: Staff): Promise<Download> => {
  await onlyFiles(context);
  const rows: string[][] = [];
  for (const one of await openInstructions(context, true))
    rows.push([
      one.instructionId,
      one.kind,
      (await policyNumberOf(context, one)) ?? "",
      describe(one).zh,
      timeInChina(one.requestedAt),
      one.requestedByName,
    ]);
  await record(context, {
    action: "core.outgoing",
    subject: { kind: "core", id: context.actor.institutionId },
    detail: { rows: rows.length },
  });
  return {
    filename: `核心指令-${dayInChina(context.clock.now())}.csv`,
    mediaType: CSV_MEDIA_TYPE,
    content: writeCsv(HEADERS, rows),
  };
};

/**
 * Reads the core's answers, all or nothing; the same file again changes nothing.
 * @throws Refused `core.answers` naming the rows, `tabular.*` where it is no table
 */
export const takeAnswers = async (
  context: Staff,
  file: UploadedFile,
): Promise<{ rows: number; changed: number }> => {
  await onlyFiles(context);
  const { rows, problems } = readAnswers(await readTable(file.content, file.filename, { rows: MOST_ROWS }));
  const owners = await ownersOf(context, rows);
  const unknown = rows
    .filter(({ instructionId }) => !owners.has(instructionId))
    .map(
      ({ row, instructionId }): AnswerProblem => ({
        row,
        column: "指令号",
        value: instructionId,
        zh: "不是本机构发出的指令，请原样返回指令文件中的指令号",
        en: "is no instruction of ours; return the number of the instruction file as it was",
      }),
    );
  const all = [...problems, ...unknown].sort((a, b) => a.row - b.row);
  if (all.length > 0 || rows.length === 0) throw notTaken(file.filename, all);
  let changed = 0;
  for (const { instructionId, answer, reference, reason } of rows) {
    const partyId = owners.get(instructionId);
    if (!partyId) throw new Error(`the owner of ${instructionId} was found and is gone`);
    const before = await lockInstruction(context, partyId, instructionId);
    const answered = { answer, by: "核心系统（文件）", reference, reason };
    const after = orRefuse(await takeAnswer(context, before, answered));
    if (after.version !== before.version) changed += 1;
  }
  return { rows: rows.length, changed };
};

const ownersOf = async ({ tx }: Staff, rows: readonly AnswerRow[]): Promise<ReadonlyMap<string, PartyId>> => {
  if (rows.length === 0) return new Map();
  const found = await tx
    .selectFrom("core_instruction")
    .select(["instruction_id", "party_id"])
    .where(
      "instruction_id",
      "in",
      rows.map(({ instructionId }) => instructionId),
    )
    .execute();
  return new Map(found.map((row) => [row.instruction_id, PartyId.parse(row.party_id)]));
};

const MOST_SHOWN = 100;
const notTaken = (filename: string, problems: readonly AnswerProblem[]): Refused => {
  const [first] = problems;
  return new Refused(
    refuse(
      "invalid",
      "core.answers",
      first
        ? {
            zh: `“${filename}”有 ${problems.length} 处问题，未作任何更改。第 ${first.row} 行“${first.column}”：${first.zh}。`,
            en: `“${filename}” has ${problems.length} problems, and nothing was changed. First: row ${first.row}, ${first.column}: ${first.en}.`,
          }
        : {
            zh: `“${filename}”里没有任何答复。`,
            en: `“${filename}” holds no answer.`,
          },
      { filename, bad: problems.length, problems: problems.slice(0, MOST_SHOWN) },
    ),
  );
};
