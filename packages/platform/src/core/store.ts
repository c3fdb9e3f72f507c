import { PartyId, PolicyId } from "../kernel/ids.ts";
import { isRefusal, type Refusal, Refused, refuse } from "../kernel/refusal.ts";
import type { Actor, Context } from "../store/index.ts";
import { type CoreCommand, type CoreEvent, decide, evolve, type Instruction, REQUESTED } from "./model.ts";
import type { CoreInstructionTable } from "./tables.ts";
import "./tables.ts";

/** An instruction as it stands. */
export interface StoredInstruction extends Instruction {
  readonly instructionId: string;
  readonly partyId: PartyId;
  readonly policyId: PolicyId | null;
  readonly kind: CoreInstructionTable["kind"];
  readonly content: Readonly<Record<string, unknown>>;
  readonly requestedBy: string | null;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

type Row = Omit<CoreInstructionTable, "content"> & { readonly content: Readonly<Record<string, unknown>> };

export const fromRow = (row: Row): StoredInstruction => ({
  instructionId: row.instruction_id,
  partyId: PartyId.parse(row.party_id),
  policyId: row.policy_id === null ? null : PolicyId.parse(row.policy_id),
  kind: row.kind,
  content: row.content,
  status: row.status,
  timesSent: row.times_sent,
  reference: row.reference,
  reason: row.reason,
  contradicted: row.contradicted,
  requestedBy: row.requested_by,
  requestedByName: row.requested_by_name,
  requestedAt: row.requested_at,
  changedAt: row.changed_at,
  version: row.version,
});

const noInstruction = (instructionId: string): Refused =>
  new Refused(
    refuse(
      "missing",
      "core.no-instruction",
      { zh: `没有编号为 ${instructionId} 的指令。`, en: `There is no instruction ${instructionId}.` },
      { instructionId },
    ),
  );

/** Reads one instruction and holds its row. @throws Refused `core.no-instruction` */
export const lockInstruction = async (
  { tx }: Context<Actor>,
  partyId: PartyId,
  instructionId: string,
): Promise<StoredInstruction> => {
  const row = await tx
    .selectFrom("core_instruction")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("instruction_id", "=", instructionId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noInstruction(instructionId);
  return fromRow(row);
};

/** Whose instruction a core's message speaks of. @throws Refused `core.no-instruction` */
export const ownerOf = async ({ tx }: Context<Actor>, instructionId: string): Promise<PartyId> => {
  const row = await tx
    .selectFrom("core_instruction")
    .select("party_id")
    .where("instruction_id", "=", instructionId)
    .executeTakeFirst();
  if (!row) throw noInstruction(instructionId);
  return PartyId.parse(row.party_id);
};

/** What another capability asks the core for. */
export interface NewInstruction {
  readonly partyId: PartyId;
  readonly policyId: PolicyId | null;
  readonly kind: CoreInstructionTable["kind"];
  readonly content: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
}

/** Writes an instruction and its first event; `created` is false where the same request was made before. */
export const insertInstruction = async (
  context: Context,
  given: NewInstruction,
): Promise<{ instruction: StoredInstruction; created: boolean }> => {
  const now = context.clock.now();
  const inserted = await context.tx
    .insertInto("core_instruction")
    .values({
      party_id: given.partyId,
      instruction_id: context.newId(),
      institution_id: context.actor.institutionId,
      policy_id: given.policyId,
      kind: given.kind,
      content: JSON.stringify(given.content),
      idempotency_key: given.idempotencyKey,
      status: REQUESTED.status,
      times_sent: 0,
      reference: null,
      reason: null,
      contradicted: false,
      requested_by: context.actor.kind === "staff" ? context.actor.staffId : null,
      requested_by_name: context.actor.name,
      requested_at: now,
      changed_at: now,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(["party_id", "idempotency_key"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!inserted) return { instruction: await byKey(context, given), created: false };
  const instruction = fromRow(inserted);
  await insertEvents(context, instruction, 0, [{ type: "requested" }]);
  return { instruction, created: true };
};

const byKey = async ({ tx }: Context, { partyId, idempotencyKey }: NewInstruction) =>
  fromRow(
    await tx
      .selectFrom("core_instruction")
      .selectAll()
      .where("party_id", "=", partyId)
      .where("idempotency_key", "=", idempotencyKey)
      .executeTakeFirstOrThrow(),
  );

const insertEvents = async (
  context: Context<Actor>,
  of: Pick<StoredInstruction, "partyId" | "instructionId">,
  after: number,
  events: readonly CoreEvent[],
): Promise<void> => {
  const { actor } = context;
  if (actor.kind === "consumer") throw new Error("a consumer gives the core no instruction");
  await context.tx
    .insertInto("core_event")
    .values(
      events.map((event, at) => ({
        party_id: of.partyId,
        instruction_id: of.instructionId,
        seq: after + at + 1,
        institution_id: actor.institutionId,
        at: context.clock.now(),
        event: JSON.stringify(event),
      })),
    )
    .execute();
};

/**
 * Decides a command over an instruction whose row is held, and writes its events and the row.
 * @returns the instruction after it, the same one where nothing changed; or a refusal
 */
export const change = async (
  context: Context,
  held: StoredInstruction,
  command: CoreCommand,
): Promise<StoredInstruction | Refusal> => {
  const events = decide(command, held);
  if (isRefusal(events)) return events;
  if (events.length === 0) return held;
  const after: StoredInstruction = {
    ...held,
    ...events.reduce(evolve, held as Instruction),
    changedAt: context.clock.now(),
    version: held.version + events.length,
  };
  await insertEvents(context, held, held.version, events);
  await context.tx
    .updateTable("core_instruction")
    .set({
      status: after.status,
      times_sent: after.timesSent,
      reference: after.reference,
      reason: after.reason,
      contradicted: after.contradicted,
      changed_at: after.changedAt,
      version: after.version,
    })
    .where("party_id", "=", held.partyId)
    .where("instruction_id", "=", held.instructionId)
    .execute();
  return after;
};
