import { type Clock, standing } from "../kernel/clock.ts";
import type { Context, Store, SystemActor } from "../store/index.ts";

/** Work over all of an institution's rows that time alone calls for, as a day going by. Doing it again must do nothing more. */
export interface Sweep {
  readonly name: string;
  /** Inside one transaction at the institution. @returns how many rows it wrote */
  readonly run: (context: Context<SystemActor>) => Promise<number>;
}

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Goes through every institution, one transaction each. @returns how many rows were written */
export const sweepAll = async ({ store, clock, newId }: Parts, sweeps: readonly Sweep[]): Promise<number> => {
  let written = 0;
  for (const { name, run } of sweeps)
    for (const { institutionId } of await store.institutions())
      written += await store.within({ institutionId }, (tx) =>
        run({ tx, clock: standing(clock), newId, actor: { kind: "system", name, institutionId } }),
      );
  return written;
};
