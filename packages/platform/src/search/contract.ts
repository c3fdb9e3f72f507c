import { z } from "zod";
import { PartyId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PartySummary } from "../people/contract.ts";
import { PolicySummary } from "../policies/contract.ts";

export const SearchResult = z.object({
  people: z.array(
    PartySummary.omit({ policies: true, openCases: true }).extend({
      partyId: PartyId,
      /** Found by what was typed itself, by its sound, or by a number that differs in one digit. */
      by: z.enum(["itself", "sound", "near"]),
    }),
  ),
  policies: z.array(PolicySummary),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const searchAll = operation({
  id: "search",
  method: "GET",
  path: "/search",
  who: { staff: "people.read" },
  summary: { zh: "查找客户与保单", en: "Find people and policies" },
  /** A name in characters or in Latin letters, a phone, an identity number, a policy number or its beginning. */
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  output: SearchResult,
});
