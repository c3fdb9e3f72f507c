import { fromRow, type StoredInstruction } from "../../core/index.ts";
import type { PartyId, PolicyId } from "../../kernel/ids.ts";
import type { Tx } from "../../store/index.ts";
import type { EndorsementKind } from "../contract.ts";

interface Of {
  readonly partyId: PartyId;
  readonly policyId: PolicyId;
}
export interface StoredEndorsement {
  readonly endorsementId: string;
  readonly kind: EndorsementKind;
  readonly effective: string;
  readonly note: string;
  readonly requestedAt: Date;
  readonly instruction: StoredInstruction;
}

/** A policy's endorsements, newest first, each with the instruction whose life it shares. */
export const endorsementsOf = async (tx: Tx, { partyId, policyId }: Of): Promise<StoredEndorsement[]> => {
  const rows = await tx
    .selectFrom("endorsement as e")
    .innerJoin("core_instruction as i", (join) =>
      join.onRef("i.party_id", "=", "e.party_id").onRef("i.instruction_id", "=", "e.instruction_id"),
    )
    .selectAll("i")
    .select(["e.endorsement_id", "e.kind as endorsement", "e.effective_on", "e.note"])
    .where("e.party_id", "=", partyId)
    .where("e.policy_id", "=", policyId)
    .orderBy("e.requested_at", "desc")
    .orderBy("e.endorsement_id")
    .execute();
  return rows.map((row) => ({
    endorsementId: row.endorsement_id,
    kind: row.endorsement,
    effective: row.effective_on,
    note: row.note,
    requestedAt: row.requested_at,
    instruction: fromRow(row),
  }));
};

/** What is asked for and not yet settled, refused or cancelled. */
export const openKinds = async (tx: Tx, of: Of): Promise<EndorsementKind[]> =>
  (await endorsementsOf(tx, of))
    .filter(({ instruction: { status } }) => status === "requested" || status === "acknowledged")
    .map(({ kind }) => kind);
