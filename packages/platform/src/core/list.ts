import { sql } from "kysely";
import type { z } from "zod";
import { cursorAt, placeAt } from "../http/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import type { Context, StaffActor } from "../store/index.ts";
import type { CoreView, InstructionStatus, InstructionView } from "./contract.ts";
import { describe } from "./describe.ts";
import { readLink } from "./link.ts";
import { fromRow, type StoredInstruction } from "./store.ts";
import type { CoreMode } from "./tables.ts";

type Staff = Context<StaffActor>;

/** An instruction for who reads it now. */
export const viewOf = (
  one: StoredInstruction,
  names: { readonly name: string; readonly policyNumber: string | null },
  mode: CoreMode,
  { staffId, permissions }: StaffActor,
): InstructionView => ({
  instructionId: one.instructionId,
  partyId: one.partyId,
  policyId: one.policyId,
  ...names,
  kind: one.kind,
  ...describe(one),
  status: one.status,
  timesSent: one.timesSent,
  reference: one.reference,
  reason: one.reason,
  contradicted: one.contradicted,
  by: one.requestedByName,
  at: timeInChina(one.requestedAt),
  changedAt: timeInChina(one.changedAt),
  mayAnswer:
    mode === "built-in" &&
    one.status === "requested" &&
    one.requestedBy !== staffId &&
    permissions.has("policies.approve"),
  mayCancel: one.status === "requested" && one.timesSent === 0 && permissions.has("policies.endorse"),
});

/** Newest first. */
export const listAll = async (
  context: Staff,
  page: {
    readonly status?: InstructionStatus | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: InstructionView[]; next: string | null; total: number }> => {
  const after = placeAt(page.cursor);
  const chosen = context.tx
    .selectFrom("core_instruction as i")
    .where((eb) => (page.status ? eb("i.status", "=", page.status) : eb.lit(true)));
  const { total } = await chosen
    .select((eb) => eb.fn.countAll<bigint>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .innerJoin("party as p", "p.party_id", "i.party_id")
    .leftJoin("policy as o", (join) =>
      join.onRef("o.party_id", "=", "i.party_id").onRef("o.policy_id", "=", "i.policy_id"),
    )
    .selectAll("i")
    .select(["p.name", "o.number"])
    .where((eb) =>
      after
        ? sql<boolean>`(i.requested_at, i.instruction_id) < (${after.at}::timestamptz, ${after.id}::uuid)`
        : eb.lit(true),
    )
    .orderBy("i.requested_at", "desc")
    .orderBy("i.instruction_id", "desc")
    .limit(page.limit + 1)
    .execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const { mode } = await readLink(context);
  return {
    items: shown.map((row) =>
      viewOf(fromRow(row), { name: row.name, policyNumber: row.number }, mode, context.actor),
    ),
    next:
      rows.length > page.limit && last ? cursorAt({ at: last.requested_at, id: last.instruction_id }) : null,
    total: Number(total),
  };
};

/** How the core is reached, and what waits; the secret itself is never shown. */
export const readCoreView = async (context: Staff): Promise<z.output<typeof CoreView>> => {
  const { mode, url, secret, resendMinutes } = await readLink(context);
  const { rows } = await sql<{ waiting: bigint; unanswered: bigint }>`
    select count(*) filter (where times_sent = 0) as waiting, count(*) filter (where times_sent > 0) as unanswered
    from core_instruction where status in ('requested', 'acknowledged')`.execute(context.tx);
  return {
    mode,
    url,
    hasSecret: secret !== null,
    resendMinutes,
    waiting: Number(rows[0]?.waiting ?? 0n),
    unanswered: Number(rows[0]?.unanswered ?? 0n),
  };
};
