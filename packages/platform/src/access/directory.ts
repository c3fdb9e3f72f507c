import type { CaseId, InstitutionId, PartyId } from "../kernel/ids.ts";
import type { Actor, Context, Tx } from "../store/index.ts";

/** One party at one institution that a phone belongs to. */
export interface KnownParty {
  readonly institutionId: InstitutionId;
  readonly partyId: PartyId;
}

/** What signing in must know of people and messages; given at composition, so that those may use `access` themselves. */
export interface Directory {
  /** Every party, at every institution, with this phone; inside an entry transaction. */
  findByPhone(tx: Tx, phoneBlind: Buffer): Promise<readonly KnownParty[]>;
  /** A party's name, and the parties whose policies name them as beneficiary; bound to the institution. */
  describe(
    context: Context<Actor>,
    partyId: PartyId,
  ): Promise<{ name: string; sample: boolean; beneficiaryOf: readonly PartyId[] } | null>;
  /** A case's number, whose it is and about whom; bound to the institution. */
  describeCase(
    context: Context<Actor>,
    caseId: CaseId,
  ): Promise<{ partyId: PartyId; number: string; name: string } | null>;
  /** Sends a code to a phone on behalf of the context's institution. */
  sendCode(
    context: Context,
    message: {
      readonly partyId: PartyId;
      readonly phone: string;
      readonly code: string;
      readonly minutes: number;
    },
  ): Promise<void>;
}
