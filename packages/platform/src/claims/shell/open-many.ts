import { recordAll } from "../../access/index.ts";
import { appendNew } from "../../cases/index.ts";
import { CaseId, FindingId, PaymentId, type PolicyId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { type PolicyLine, readPolicyLines } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { keepEditions } from "../../terms/index.ts";
import { notePaidElsewhere, type PaidElsewhere } from "../commands/paid-elsewhere.ts";
import { report } from "../commands/report.ts";
import { applied, withDecision } from "../model/decisions.ts";
import type { ClaimEvent } from "../model/events.ts";
import { rowOf } from "../model/row.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { bareWorld, gatherWorlds, worldOf } from "../records/gather.ts";
import { type Insured, readInsuredAll } from "../records/people.ts";
import { refusals } from "../refusals.ts";
import { editionsOf } from "./commit.ts";
import type { ReportInput } from "./report.ts";
import { saysDeath } from "./second-death.ts";

export interface PastReport extends ReportInput {
  /** What the core system has paid on it already; null where nothing. */
  readonly paid: PaidElsewhere | null;
}

/** A case about to be opened: what was reported, and what the records say. */
interface Opening {
  readonly at: number;
  readonly input: PastReport;
  readonly insured: Insured;
  readonly policies: readonly PolicyLine[];
  readonly events: readonly ClaimEvent[];
  readonly state: ClaimState;
}
interface Opened extends Opening {
  readonly world: World;
}
export type OpenResult = { readonly caseId: CaseId } | Refusal;

/**
 * 报案 of many cases at once, each decided as `openClaim` decides, in a few statements however many there are. One result an
 * input, in order; a refusal writes nothing for it. A death is not for here: whether it is reported twice is asked one by one.
 * @param apply false: what would be refused is said, and nothing is written
 */
export const openClaims = async (
  context: Context,
  inputs: readonly PastReport[],
  { apply }: { readonly apply: boolean },
): Promise<readonly OpenResult[]> => {
  const results: (OpenResult | undefined)[] = inputs.map(() => undefined);
  const openings: Opening[] = [];
  for (const one of await readOpenings(context, inputs))
    if ("refusal" in one) results[one.at] = one.refusal;
    else openings.push(one);
  const worlds = await gatherWorlds(
    context,
    openings.map(({ state }) => state),
  );
  const opened: Opened[] = [];
  for (const [n, opening] of openings.entries()) {
    const world = worlds[n];
    if (!world) throw new Error("claims: every case has a world");
    const events = decidedAndPaid(context, opening, world);
    if (isRefusal(events)) results[opening.at] = events;
    else {
      const state = applied(null, events, world);
      opened.push({ ...opening, events, state, world });
      results[opening.at] = { caseId: state.caseId };
    }
  }
  if (apply) await writeAll(context, opened);
  return results.map((result) => {
    if (!result) throw new Error("claims: every report has a result");
    return result;
  });
};

/** What each report says, as the first events of its case, or why it cannot be one. */
const readOpenings = async (context: Context, inputs: readonly PastReport[]) => {
  const world = await worldOf(context);
  const people = await readInsuredAll(
    context,
    inputs.map(({ partyId }) => partyId),
  );
  const lines = await readPolicyLines(
    context.tx,
    inputs.flatMap(({ partyId, policies }) => policies.map((policyId) => ({ partyId, policyId }))),
  );
  const byId = new Map<PolicyId, PolicyLine>(lines.map((line) => [line.policyId, line]));
  return inputs.map((input, at): Opening | { readonly at: number; readonly refusal: Refusal } => {
    const insured = people.get(input.partyId);
    if (!insured) return { at, refusal: refusals.noParty(input.partyId) };
    const policyIds = [...new Set(input.policies)];
    const policies = policyIds.flatMap((policyId) => byId.get(policyId) ?? []);
    const missing = policyIds.filter((policyId) => byId.get(policyId)?.partyId !== input.partyId);
    if (missing.length > 0) return { at, refusal: refusals.policies(input.partyId, missing) };
    const events = reported(context, { input, insured, policies }, world);
    if (isRefusal(events)) return { at, refusal: events };
    const state = applied(null, events, bareWorld(context));
    if (saysDeath(state)) throw new Error("claims: a death is opened by itself");
    return { at, input, insured, policies, events, state };
  });
};

const reported = (
  { actor, newId }: Context,
  { input, insured, policies }: Pick<Opening, "input" | "insured" | "policies">,
  world: World,
): readonly ClaimEvent[] | Refusal =>
  report(
    {
      ...input,
      caseId: CaseId.parse(newId()),
      insuredName: insured.name,
      sample: insured.sample,
      handler: actor.kind === "staff" ? { id: actor.staffId, name: actor.name } : null,
      policies: policies.map(({ policyId, number, product, termsId }) => ({
        policyId,
        number,
        product,
        terms: termsId,
      })),
      newFindingId: () => FindingId.parse(newId()),
    },
    world,
  );

/** The report with the decision that follows from it, and what was paid already. */
const decidedAndPaid = (
  context: Context,
  { events, state, input, insured }: Opening,
  world: World,
): readonly ClaimEvent[] | Refusal => {
  const decided = withDecision(null, events, world);
  if (isRefusal(decided) || input.paid === null) return decided;
  const paid = notePaidElsewhere(
    state,
    { ...input.paid, paymentId: PaymentId.parse(context.newId()) },
    { partyId: input.partyId, name: insured.name },
    world.now,
  );
  return isRefusal(paid) ? paid : [...decided, paid];
};

const writeAll = async (context: Context, opened: readonly Opened[]): Promise<void> => {
  if (opened.length === 0) return;
  await keepEditions(
    context,
    opened.flatMap(({ state, world }) => editionsOf(state, world)),
  );
  await appendNew(
    context,
    opened.map(({ state, events, world }) => ({
      partyId: state.partyId,
      caseId: state.caseId,
      kind: "claim" as const,
      expected: 0,
      events: events.map(({ type, ...data }) => ({ type, data })),
      state,
      row: rowOf(state, world),
    })),
  );
  await recordAll(
    context,
    opened.map(({ state, input }) => ({
      action: "claims.report",
      subject: { kind: "case", id: state.caseId },
      partyId: state.partyId,
      detail: { version: state.version, source: input.source },
    })),
  );
};
