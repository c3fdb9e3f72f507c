import { setImmediate } from "node:timers/promises";
import { TermsError } from "@goodfaith/clauses";
import { mask, record } from "../../access/index.ts";
import type { CaseId } from "../../kernel/ids.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import type { DraftId } from "../drafts/contract.ts";
import { no } from "../drafts/refusals.ts";
import { loadDraftAt } from "../drafts/store.ts";
import type { Edition } from "../library.ts";
import type { TrialRow } from "./contract.ts";
import { type Compared, changeOf, compare, draftForTrial, type Tried } from "./model.ts";

type Staff = Context<StaffActor>;

/** Where to go on from; undefined for the start. */
export interface PastPlace {
  readonly cursor: string | undefined;
  readonly limit: number;
}
export interface PastFilter {
  readonly family: string;
  readonly from: Date;
  readonly to: Date;
}
/** A policy's decision in a case of the institution's. */
export interface Past extends Tried {
  readonly caseId: CaseId;
  readonly number: string;
  readonly subjectName: string;
  readonly policyNumber: string;
}
export interface PastPage {
  readonly decisions: readonly Past[];
  readonly cases: number;
  readonly next: string | null;
}
/** Where past decisions come from: claims gives them, and is handed in, because it reads terms itself. */
export interface PastCases {
  count(context: Staff, filter: PastFilter): Promise<number>;
  read(context: Staff, filter: PastFilter, place: PastPlace): Promise<PastPage>;
}

export interface Trial {
  readonly edition: Edition;
  readonly filter: PastFilter;
}

const CHINA = "+08:00";
const DAY_MS = 86_400_000;

/** The draft, ready to be tried, and the cases to try it on. @throws Refused `terms.draft-changed`, `terms.check-failed` */
export const trialOf = async (
  context: Staff,
  draftId: DraftId,
  given: { readonly version: number; readonly from: string; readonly to: string },
): Promise<Trial> => {
  const { state, source } = await loadDraftAt(context, draftId, given.version);
  const from = new Date(`${given.from}T00:00:00${CHINA}`);
  const to = new Date(Date.parse(`${given.to}T00:00:00${CHINA}`) + DAY_MS);
  const family = state.termsId.slice(0, state.termsId.indexOf("/"));
  try {
    return { edition: draftForTrial(state.termsId, source), filter: { family, from, to } };
  } catch (error) {
    if (error instanceof TermsError) throw new Refused(no.check(error.problems));
    throw error;
  }
};

export interface TrialPage {
  readonly cases: number;
  readonly compared: readonly Compared[];
  /** Those that change, or cannot be decided. */
  readonly rows: readonly TrialRow[];
  readonly next: string | null;
}

/** Decides some cases both ways. Between two decisions the others who wait for this process have their turn. */
export const tryPage = async (
  context: Staff,
  past: PastCases,
  { edition, filter }: Trial,
  place: PastPlace,
): Promise<TrialPage> => {
  const { decisions, cases, next } = await past.read(context, filter, place);
  const compared: Compared[] = [];
  const rows: TrialRow[] = [];
  for (const one of decisions) {
    const both = compare(edition, one);
    compared.push(both);
    const { caseId, number, policyNumber, terms } = one;
    if (changeOf(both) !== "same")
      rows.push({ caseId, number, policyNumber, terms, nameMasked: mask.name(one.subjectName), ...both });
    await setImmediate();
  }
  return { cases, compared, rows, next };
};

/** That somebody tried a draft on people's cases stands in the audit. */
export const noteTrial = (
  context: Staff,
  action: "terms.draft-tried" | "terms.draft-trial-exported",
  draftId: DraftId,
  { filter }: Trial,
): Promise<void> =>
  record(context, {
    action,
    subject: { kind: "terms-draft", id: draftId },
    detail: { family: filter.family, from: filter.from.toISOString(), to: filter.to.toISOString() },
  });
