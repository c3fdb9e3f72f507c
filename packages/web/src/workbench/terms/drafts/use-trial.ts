import { type DraftView, type TrialCounts, type TrialRow, tryDraft } from "@goodfaith/platform/contract";
import { useRef, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { fromCents, toCents } from "../../../shared/format/money.ts";

export interface Period {
  readonly from: string;
  readonly to: string;
}
export interface TrialState {
  readonly status: "idle" | "running" | "stopped" | "done";
  /** How many cases there are in all. */
  readonly total: number;
  readonly counts: TrialCounts;
  /** Null where this person sees totals alone. */
  readonly rows: readonly TrialRow[] | null;
  readonly error: unknown;
}

const ZERO = { least: "0.00", most: "0.00" };
const START: TrialState = {
  status: "idle",
  total: 0,
  counts: {
    cases: 0,
    policies: 0,
    outcomeChanged: 0,
    amountChanged: 0,
    cannot: 0,
    before: ZERO,
    after: ZERO,
  },
  rows: [],
  error: null,
};

const sum = (a: string, b: string): string => fromCents((toCents(a) ?? 0n) + (toCents(b) ?? 0n));
const addRange = (a: TrialCounts["before"], b: TrialCounts["before"]): TrialCounts["before"] => ({
  least: sum(a.least, b.least),
  most: a.most === null || b.most === null ? null : sum(a.most, b.most),
});
const add = (a: TrialCounts, b: TrialCounts): TrialCounts => ({
  cases: a.cases + b.cases,
  policies: a.policies + b.policies,
  outcomeChanged: a.outcomeChanged + b.outcomeChanged,
  amountChanged: a.amountChanged + b.amountChanged,
  cannot: a.cannot + b.cannot,
  before: addRange(a.before, b.before),
  after: addRange(a.after, b.after),
});

/** 试算: some cases at a time, added up as they come; it can be stopped. */
export const useTrial = ({ draftId, version }: DraftView) => {
  const [state, setState] = useState<TrialState>(START);
  const run = useRef<AbortController | null>(null);
  const stop = (): void => {
    run.current?.abort();
    setState((now) => ({ ...now, status: now.status === "running" ? "stopped" : now.status }));
  };
  const start = async (period: Period): Promise<void> => {
    run.current?.abort();
    const own = new AbortController();
    run.current = own;
    setState({ ...START, status: "running" });
    let cursor: string | undefined;
    try {
      do {
        const page = await call(
          tryDraft,
          { params: { draftId }, query: { ...period, version, ...(cursor === undefined ? {} : { cursor }) } },
          { signal: own.signal },
        );
        if (own.signal.aborted) return;
        setState((now) => ({
          ...now,
          total: page.total,
          counts: add(now.counts, page.counts),
          rows: page.rows === null || now.rows === null ? null : [...now.rows, ...page.rows],
        }));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      setState((now) => ({ ...now, status: "done" }));
    } catch (error) {
      if (!own.signal.aborted) setState((now) => ({ ...now, status: "stopped", error }));
    }
  };
  return { state, start, stop };
};
