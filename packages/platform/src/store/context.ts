import type { Kysely, Transaction } from "kysely";
import type { Clock } from "../kernel/clock.ts";
import type { InstitutionId, PartyId, StaffId } from "../kernel/ids.ts";
import type { Cents } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";

/**
 * Every table, by name. A capability adds its own beside its SQL, by declaration merging:
 * `declare module "../store/context.ts" { interface Tables { policy: PolicyTable } }`.
 * `int8` is bigint, `date` is an ISO string, `timestamptz` is a Date, `numeric` is a string.
 */
export interface Tables {}

/** A transaction that row-level security has bound to one institution (and to one party, for a consumer). */
export type Tx = Transaction<Tables>;
export type Database = Kysely<Tables>;

export interface StaffActor {
  readonly kind: "staff";
  readonly staffId: StaffId;
  readonly name: string;
  readonly institutionId: InstitutionId;
  readonly sample: boolean;
  readonly permissions: ReadonlySet<Permission>;
  /** The most this person may approve at once, 分. */
  readonly approvalLimit: Cents | null;
  /** How they are here: a browser, or a program with their token; left out where work is done in their name without either. */
  readonly session?: { readonly id: string; readonly kind: "staff" | "program" };
}
/** A consumer, identified by a code sent to a known phone: their own records at every institution, and those they are named in. */
export interface ConsumerActor {
  readonly kind: "consumer";
  readonly name: string;
  readonly grants: readonly {
    readonly institutionId: InstitutionId;
    readonly institution: string;
    readonly partyId: PartyId;
    readonly as: "self" | "beneficiary";
    readonly self: PartyId;
    readonly sample: boolean;
  }[];
}
export interface SystemActor {
  readonly kind: "system";
  readonly name: string;
  readonly institutionId: InstitutionId;
}
export type Actor = StaffActor | ConsumerActor | SystemActor;

/** What a capability's function needs from outside: the transaction, who asks, the time and new ids. */
export interface Context<A extends Actor = StaffActor | SystemActor> {
  readonly tx: Tx;
  readonly actor: A;
  readonly clock: Clock;
  /** A new random UUID. */
  readonly newId: () => string;
}

/** One institution's records of one party that a consumer may see. */
export type Grant = ConsumerActor["grants"][number];

/** What a consumer's function needs: no transaction of its own, but one for each grant it asks for. */
export interface ConsumerContext {
  readonly actor: ConsumerActor;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Runs `fn` in a transaction that sees only this grant's party at this grant's institution. */
  within<T>(grant: Grant, fn: (context: Context<ConsumerActor>) => Promise<T>): Promise<T>;
}
