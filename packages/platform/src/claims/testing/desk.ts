import type { CaseId } from "../../kernel/ids.ts";
import { onPaymentChanged } from "../../payments/index.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { type TestDatabase, testStaff } from "../../testing/index.ts";
import type { ClaimView } from "../contract.ts";
import { dropFile, enterFinding, followPayment, openClaim, readClaimView } from "../index.ts";
import { refusalOf, reportOf, type Story, tellStory, walletBill } from "./story.ts";

/** For tests: a handler's desk over a database, with a fresh case of D4 whenever asked. */
export const openDesk = async (database: TestDatabase) => {
  const handler = await testStaff(database, { name: "李经办（示例）" });
  onPaymentChanged(followPayment);
  const run = <T>(doing: (context: Context) => Promise<T>, as: StaffActor = handler): Promise<T> =>
    database.run(doing, as);
  let stories = 0;
  const view = (caseId: CaseId): Promise<ClaimView> => run((context) => readClaimView(context, caseId));
  return {
    handler,
    run,
    view,
    /** A case as the family reported it; `change` alters each policy of the records first. */
    open: async (
      given: Parameters<typeof reportOf>[1] = {},
      change?: Parameters<typeof tellStory>[2],
    ): Promise<{ story: Story; caseId: CaseId }> => {
      stories += 1;
      const story = await run((context) => tellStory(context, String(stories), change));
      const { caseId } = await run((context) => openClaim(context, reportOf(story, given)));
      return { story, caseId };
    },
    drop: async (caseId: CaseId, file = walletBill(), ownerConfirmed = false) => {
      const { version } = await view(caseId);
      return run((context) => dropFile(context, { caseId, version, ownerConfirmed, file }));
    },
    find: async (caseId: CaseId, given: Partial<Parameters<typeof enterFinding>[1]>) => {
      const { version } = await view(caseId);
      const base = {
        caseId,
        version,
        kind: "value" as const,
        source: "核实（示例）",
        evidenceId: null,
        policyId: null,
      };
      return run((context) => enterFinding(context, { ...base, fact: "出险时间", value: null, ...given }));
    },
    /** The refusal of a step of which nothing may stay; an error of the test where something did. */
    unchanged: async (caseId: CaseId, doing: () => Promise<unknown>) => {
      const before = JSON.stringify(await view(caseId));
      const refusal = await refusalOf(doing());
      if (JSON.stringify(await view(caseId)) !== before) throw new Error(`${refusal.code} changed the case`);
      return refusal;
    },
  };
};
