import { readContent } from "../../cases/index.ts";
import { readStatement } from "../../evidence/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { type CaseId, type EvidenceId, FindingId, type PolicyId } from "../../kernel/ids.ts";
import { isRefusal, orRefuse, Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { readTable } from "../../tabular/index.ts";
import { recordFinding } from "../commands/findings.ts";
import { proveAgain, type ReadOn } from "../commands/statement.ts";
import { applied } from "../model/decisions.ts";
import type { Finding } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { worldOf } from "../records/gather.ts";
import { refusals } from "../refusals.ts";
import { STATEMENT_LIMITS } from "./add-file.ts";
import { commit, loadAt } from "./commit.ts";

export interface FindingInput {
  readonly caseId: CaseId;
  readonly version: number;
  readonly fact: string;
  readonly kind: Finding["kind"];
  readonly value: unknown;
  readonly source: string;
  readonly evidenceId: EvidenceId | null;
  readonly policyId: PolicyId | null;
}

/** Statements that stand on the case, read again from their bytes. */
const statementsOf = async (context: Context, state: ClaimState): Promise<ReadOn[]> => {
  const now = timeInChina(context.clock.now());
  const statements: ReadOn[] = [];
  for (const { evidenceId, kind, withdrawn } of state.evidence) {
    if (kind === "document" || withdrawn !== null) continue;
    const file = await readContent(context, state, evidenceId);
    const statement = readStatement({
      table: await readTable(file.content, file.filename, STATEMENT_LIMITS),
      now,
    });
    if (isRefusal(statement)) throw new Refused(statement);
    statements.push({ evidenceId, statement, newFindingId: () => FindingId.parse(context.newId()) });
  }
  return statements;
};

/**
 * 录入认定. Where it says until when the insured is known not to have acted, the statements on the case are read again: the
 * last sign of life before the new hour of discovery may be another.
 */
export const enterFinding = async (context: Context, input: FindingInput): Promise<ClaimState> => {
  const state = await loadAt(context, input.caseId, input.version);
  const evidence = state.evidence.find(({ evidenceId }) => evidenceId === input.evidenceId);
  if (input.evidenceId !== null && (!evidence || evidence.withdrawn))
    throw new Refused(refusals.noEvidence(input.evidenceId));
  const world = await worldOf(context);
  const { fact, kind, value, policyId } = input;
  const recorded = orRefuse(
    recordFinding(
      state,
      {
        findingId: FindingId.parse(context.newId()),
        fact,
        kind,
        value,
        policyId,
        source: {
          kind: evidence ? "evidence" : "staff",
          label: input.source,
          evidenceId: input.evidenceId,
          locator: evidence?.filename ?? null,
        },
      },
      world,
    ),
  );
  const bounds = kind === "not-before" ? [] : await statementsOf(context, state);
  const again = orRefuse(proveAgain(applied(state, recorded, world), bounds, world));
  return commit(context, state, [...recorded, ...again], {
    action: "claims.record-finding",
    detail: { fact, kind },
  });
};
