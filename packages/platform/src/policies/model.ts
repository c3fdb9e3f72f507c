import { never } from "../kernel/never.ts";
import { PolicyStatus } from "./contract.ts";

/** 保单状态 */
export const POLICY_STATUSES = PolicyStatus.options;
export type { PolicyStatus };

/** 合同效力, as clauses name it. */
export type Standing = "有效" | "宽限期内" | "中止" | "终止";

/** How a status is called, zh and en. */
export const statusName: Readonly<Record<PolicyStatus, { readonly zh: string; readonly en: string }>> = {
  "in-force": { zh: "有效", en: "in force" },
  grace: { zh: "宽限期", en: "in its grace period" },
  lapsed: { zh: "失效（效力中止）", en: "lapsed (suspended)" },
  terminated: { zh: "终止", en: "terminated" },
  matured: { zh: "满期", en: "matured" },
  surrendered: { zh: "退保", en: "surrendered" },
};

/** What a clause means by the contract's standing. A matured contract was in force at the moment it ran out. */
export const standingOf = (status: PolicyStatus): Standing => {
  switch (status) {
    case "in-force":
    case "matured":
      return "有效";
    case "grace":
      return "宽限期内";
    case "lapsed":
      return "中止";
    case "terminated":
    case "surrendered":
      return "终止";
    default:
      return never(status);
  }
};

export interface StatusChange {
  /** The first day of it, ISO 8601. */
  readonly since: string;
  readonly status: PolicyStatus;
}

/** The status on a day; null where the records do not say (before the first change known). */
export const statusOn = (history: readonly StatusChange[], day: string): PolicyStatus | null => {
  let found: StatusChange | null = null;
  for (const change of history)
    if (change.since <= day && (found === null || change.since >= found.since)) found = change;
  return found?.status ?? null;
};

/**
 * The contract's standing on any day from `from` to `to`: every value it had, so that one value is known, several are a
 * choice, and an empty list is unknown. A reinstatement without its lapse on record leaves the time before it unknown.
 */
export const standingsDuring = (
  history: readonly StatusChange[],
  lastReinstatedOn: string | null,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Standing[] => {
  const lapseKnown = history.some(
    (change) => change.status === "lapsed" && change.since < (lastReinstatedOn ?? ""),
  );
  if (lastReinstatedOn !== null && from < lastReinstatedOn && !lapseKnown) return [];
  const first = statusOn(history, from);
  if (first === null) return [];
  const later = history.filter(({ since }) => since > from && since <= to).map(({ status }) => status);
  return [...new Set([first, ...later].map(standingOf))];
};
