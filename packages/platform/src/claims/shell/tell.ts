import { record, vault } from "../../access/index.ts";
import type { PartyId } from "../../kernel/ids.ts";
import { Refused } from "../../kernel/refusal.ts";
import { type MessagePurpose, send } from "../../messages/index.ts";
import { beneficiariesOf } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import type { ClaimState } from "../model/state.ts";
import { sealedPhoneOf } from "../records/people.ts";
import { refusals } from "../refusals.ts";

interface Addressee {
  readonly partyId: PartyId;
  readonly name: string;
  readonly sealedPhone: string;
}

/** The first beneficiary with a phone; where the insured lives, the insured. */
const addresseeOf = async (context: Context, state: ClaimState): Promise<Addressee> => {
  const candidates = [];
  if (state.eventKind !== "death") candidates.push({ partyId: state.partyId, name: state.insuredName });
  for (const { policyId } of state.policies)
    candidates.push(...(await beneficiariesOf(context.tx, state.partyId, policyId)));
  for (const { partyId, name } of candidates) {
    const sealedPhone = await sealedPhoneOf(context, partyId);
    if (sealedPhone !== null) return { partyId, name, sealedPhone };
  }
  throw new Refused(refusals.noAddressee());
};

const institutionName = async ({ tx, actor }: Context): Promise<string> => {
  const row = await tx
    .selectFrom("institution")
    .select("name")
    .where("institution_id", "=", actor.institutionId)
    .executeTakeFirstOrThrow();
  return row.name;
};

export interface Told {
  readonly addressee: PartyId;
  readonly messageId: string;
  /** Name and masked number, as the case shows whom it wrote to. */
  readonly to: string;
  readonly text: string;
}

/** Writes to the claimant in the caller's transaction; the use of the number is on record. @throws Refused `claims.no-addressee` */
export const tellClaimant = async (
  context: Context,
  state: ClaimState,
  message: {
    readonly purpose: MessagePurpose;
    /** Why the number was used, for the audit. */
    readonly why: string;
    readonly write: (to: { readonly institution: string; readonly name: string }) => string;
  },
): Promise<Told> => {
  const to = await addresseeOf(context, state);
  const text = message.write({ institution: await institutionName(context), name: to.name });
  const phone = vault.open(to.sealedPhone);
  await record(context, {
    action: "claims.open-phone",
    subject: { kind: "case", id: state.caseId },
    partyId: to.partyId,
    purpose: `${message.why}（系统使用，不显示）`,
  });
  const { purpose } = message;
  const sent = await send(context, { partyId: to.partyId, channel: "sms", purpose, to: phone, text });
  return { addressee: to.partyId, messageId: sent.messageId, to: `${to.name} ${sent.to.masked}`, text };
};
