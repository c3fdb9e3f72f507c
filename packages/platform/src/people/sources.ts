import type { z } from "zod";
import type { PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import type { PartyView } from "./contract.ts";

type View = z.output<typeof PartyView>;
export type TimelineEntry = View["timeline"][number];
export type Cover = View["covers"][number];
export type CaseLine = View["cases"][number];

/** One capability's part of a person's time line. It answers within the transaction's institution. */
export type TimelineSource = (context: Context, partyId: PartyId) => Promise<readonly TimelineEntry[]>;
/** How many of something each of these parties has; a party left out has none. */
export type CountSource = (
  context: Context,
  partyIds: readonly PartyId[],
) => Promise<ReadonlyMap<PartyId, number>>;

/**
 * What other capabilities know about a party. They are handed in where the program is put together, so that people
 * imports none of them and no circle of imports arises.
 */
export interface PersonSources {
  readonly policies: CountSource;
  readonly openCases: CountSource;
  readonly covers: (context: Context, partyId: PartyId) => Promise<readonly Cover[]>;
  readonly cases: (context: Context, partyId: PartyId) => Promise<readonly CaseLine[]>;
  readonly timeline: readonly TimelineSource[];
}
