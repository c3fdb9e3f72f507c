import { type Bound, bind } from "../../http/index.ts";
import type { PersonSources } from "../sources.ts";
import { joinParties, keepApart, listDuplicates, undoVerdict } from "./contract.ts";
import { judge, undo } from "./judge.ts";
import { likelyDuplicates } from "./read.ts";

/** The ways in to records kept twice. */
export const joinsApi = (sources: PersonSources): Bound[] => [
  bind(listDuplicates, (context, { query }) => likelyDuplicates(context, sources, query)),
  bind(joinParties, (context, { params, body }) =>
    judge(context, { verdict: "same", party: params.partyId, other: body.into }, body.reason),
  ),
  bind(keepApart, async (context, { params, body }) => {
    const command = { verdict: "different", party: params.partyId, other: body.other } as const;
    const { verdictId } = await judge(context, command, body.reason);
    return { verdictId };
  }),
  bind(undoVerdict, async (context, { params, body }) => {
    await undo(context, params.partyId, params.verdictId, body.reason);
    return { undone: true as const };
  }),
];
