import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../store/index.ts";
import type { InstructionKind } from "./contract.ts";
import type { StoredInstruction } from "./store.ts";

const NAMES: Readonly<Record<InstructionKind, { readonly zh: string; readonly en: string }>> = {
  freeze: { zh: "冻结", en: "freeze" },
  unfreeze: { zh: "解除冻结", en: "lift the freeze" },
  endorse: { zh: "批单", en: "endorsement" },
  "cancel-endorsement": { zh: "撤销批单", en: "cancel an endorsement" },
  reinstate: { zh: "复效", en: "reinstate" },
  pay: { zh: "付款", en: "pay" },
};
const Said = z.object({ zh: z.string(), en: z.string() });

/** What an instruction asks for, in words: those its content brings, else its kind's. */
export const describe = ({ kind, content }: Pick<StoredInstruction, "kind" | "content">) => {
  const said = Said.safeParse(content);
  return said.success ? said.data : NAMES[kind];
};

/** A policy's number, for those who do not know our ids; null where the instruction is about a person. */
export const policyNumberOf = async (
  { tx }: Context,
  { partyId, policyId }: Pick<StoredInstruction, "partyId" | "policyId">,
): Promise<string | null> => {
  const { rows } = await sql<{ number: string }>`
    select number from policy where party_id = ${partyId} and policy_id = ${policyId}`.execute(tx);
  return rows[0]?.number ?? null;
};
