import { type CaseKey, readCase, readEvents, type StoredEvent } from "../../cases/index.ts";
import type { CaseId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { ClaimEvent, type Recorded } from "../model/events.ts";
import { fold } from "../model/evolve.ts";
import type { ClaimState } from "../model/state.ts";

export interface LoadedClaim {
  readonly key: CaseKey;
  readonly state: ClaimState;
  readonly events: readonly Recorded[];
}

const recordedOf = ({ version, type, data, at, by }: StoredEvent): Recorded => ({
  version,
  at,
  by: by.name,
  event: ClaimEvent.parse({ ...data, type }),
});

/** Every event of a case, read and checked, in order. */
export const readRecorded = async (context: Pick<Context<Actor>, "tx">, key: CaseKey): Promise<Recorded[]> =>
  (await readEvents(context, key)).map(recordedOf);

/** A claim as its events fold to. @throws Refused `cases.missing` */
export const loadClaim = async (
  context: Pick<Context<Actor>, "tx">,
  caseId: CaseId,
): Promise<LoadedClaim> => {
  const { partyId } = await readCase(context, caseId);
  const key = { partyId, caseId };
  const events = await readRecorded(context, key);
  const state = fold(events);
  if (!state) throw new Error(`claims: case ${caseId} has a row and no events`);
  return { key, state, events };
};
