import { isDeepStrictEqual } from "node:util";
import { type CaseKey, pageOfCases, type StoredCase } from "../../cases/index.ts";
import type { Actor, Context } from "../../store/index.ts";
import { editionUsed } from "../../terms/index.ts";
import type { Recorded } from "../model/events.ts";
import { fold } from "../model/evolve.ts";
import type { ClaimState } from "../model/state.ts";
import { decideAgain } from "../past/again.ts";
import { decisionLog } from "../past/log.ts";
import { readRecorded } from "./load.ts";

export interface ClaimsVerification {
  readonly cases: number;
  readonly decisions: number;
  /** Decisions whose result is the same and whose explanation has since learned other words. */
  readonly reworded: number;
  /** What does not agree, one line each; none where every case is what its events and its clauses make it. */
  readonly differs: readonly string[];
}

type Reader = Pick<Context<Actor>, "tx">;
const PAGE = 200;

/**
 * Goes through every case of the institution: its events must fold to its row, and every decision ever taken on it, made
 * again by the edition and the facts of then, must come out the same (重算). Reads only.
 */
export const verifyClaims = async (context: Reader): Promise<ClaimsVerification> => {
  const sum = { cases: 0, decisions: 0, reworded: 0, differs: [] as string[] };
  let last: CaseKey | null = null;
  for (;;) {
    const page: StoredCase[] = await pageOfCases(context, last, PAGE);
    for (const stored of page) {
      const one = await verifyCase(context, stored);
      sum.cases += 1;
      sum.decisions += one.decisions;
      sum.reworded += one.reworded;
      sum.differs.push(...one.differs);
    }
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return sum;
  }
};

const verifyCase = async (
  context: Reader,
  stored: StoredCase,
): Promise<Omit<ClaimsVerification, "cases">> => {
  const events = await readRecorded(context, stored);
  const state = fold(events);
  if (!state) return { decisions: 0, reworded: 0, differs: [`case ${stored.caseId}: its events are gone`] };
  const differs = sameAsStored(state, stored) ? [] : [`${state.number}: its events do not fold to its row`];
  const again = await decisionsAgain(context, events, state);
  return { ...again, differs: [...differs, ...again.differs] };
};

/** The row holds the state as JSON. */
const sameAsStored = (state: ClaimState, { version, state: stored }: StoredCase): boolean =>
  version === state.version && isDeepStrictEqual(JSON.parse(JSON.stringify(state)), stored);

const decisionsAgain = async (context: Reader, events: readonly Recorded[], state: ClaimState) => {
  const result = { decisions: 0, reworded: 0, differs: [] as string[] };
  for (const { version, decided } of decisionLog(events, state))
    for (const made of [...decided.policies, decided.payment]) {
      result.decisions += 1;
      const again = decideAgain(await editionUsed(context, made.terms, made.digest), made);
      const where = `${state.number}: event ${version}, ${made.terms}`;
      if (again.result === "words-differ") result.reworded += 1;
      if (again.result === "differs") result.differs.push(`${where}: the decision does not come out again`);
      if (again.result === "edition-missing")
        result.differs.push(`${where}: the edition that decided is gone`);
    }
  return result;
};
