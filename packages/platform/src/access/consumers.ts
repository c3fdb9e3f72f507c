import { randomUUID } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import { PartyId } from "../kernel/ids.ts";
import type { ConsumerActor, Grant, Store } from "../store/index.ts";
import type { Directory, KnownParty } from "./directory.ts";

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
}

/**
 * Whom a phone makes someone: their own records at every institution that knows it, and the records of those whose policies
 * name them as beneficiary. Found anew at every request, so that a number given up opens nothing.
 */
export const consumerOf = async (parts: Parts, phoneBlind: Buffer): Promise<ConsumerActor | null> => {
  const known = await parts.store.entry((tx) => parts.directory.findByPhone(tx, phoneBlind));
  const institutions = new Map((await parts.store.institutions()).map((one) => [one.institutionId, one]));
  const grants: Grant[] = [];
  let name: string | undefined;
  for (const party of known) {
    const institution = institutions.get(party.institutionId);
    const described = await describe(parts, party);
    if (!institution || !described) continue;
    name ??= described.name;
    const common = {
      institutionId: party.institutionId,
      institution: institution.name,
      self: party.partyId,
      sample: institution.sample,
    };
    grants.push({ ...common, partyId: party.partyId, as: "self" });
    for (const insured of new Set(described.beneficiaryOf))
      if (insured !== party.partyId)
        grants.push({ ...common, partyId: PartyId.parse(insured), as: "beneficiary" });
  }
  return name === undefined ? null : { kind: "consumer", name, grants };
};

const describe = ({ store, clock, directory }: Parts, { institutionId, partyId }: KnownParty) =>
  store.within({ institutionId, partyId }, (tx) =>
    directory.describe(
      { tx, clock, newId: randomUUID, actor: { kind: "system", name: "access", institutionId } },
      partyId,
    ),
  );
