import type { Party } from "../person/PersonPage.tsx";

type Cover = Party["covers"][number];
const INSURED = "被保险人";
const IN_FORCE: ReadonlySet<string> = new Set(["有效", "宽限期"]);

/** The policies that insure this party, each once: a claim is reported over these alone. */
export const insuredCovers = (party: Party): Cover[] => [
  ...new Map(
    party.covers.filter(({ role }) => role.includes(INSURED)).map((cover) => [cover.policyId, cover]),
  ).values(),
];

/** In force today, days of grace included (保险法 36): what a report concerns unless someone says otherwise. */
export const isInForce = (cover: Cover): boolean => IN_FORCE.has(cover.status);
