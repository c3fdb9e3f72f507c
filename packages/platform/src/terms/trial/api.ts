import { type Bound, bind } from "../../http/index.ts";
import * as contract from "./contract.ts";
import { exportTrialOf } from "./export.ts";
import { countsOf } from "./model.ts";
import { noteTrial, type PastCases, trialOf, tryPage } from "./run.ts";

/** 试算 */
export const trialApi = (past: PastCases): Bound[] => [
  bind(contract.tryDraft, async (context, { params, query }) => {
    const trial = await trialOf(context, params.draftId, query);
    if (query.cursor === undefined) await noteTrial(context, "terms.draft-tried", params.draftId, trial);
    const page = await tryPage(context, past, trial, { cursor: query.cursor, limit: query.limit });
    return {
      total: await past.count(context, trial.filter),
      counts: countsOf(page.cases, page.compared),
      rows: context.actor.permissions.has("claims.read") ? [...page.rows] : null,
      next: page.next,
    };
  }),
  bind(contract.exportTrial, async (context, { params, query }) =>
    exportTrialOf(context, past, params.draftId, await trialOf(context, params.draftId, query)),
  ),
];
