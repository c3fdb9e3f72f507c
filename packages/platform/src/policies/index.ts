import "./tables.ts";

export { policiesApi } from "./api.ts";
export type { PolicyChange } from "./changes.ts";
export { followEndorsement } from "./endorsements/follow.ts";
export {
  type FactsOptions,
  factsOfPolicies,
  factsOfPolicy,
  type PolicyFactSource,
  type PolicyFacts,
} from "./facts.ts";
export { policiesByNumber } from "./list.ts";
export { mergePolicies, type PolicyMerge } from "./merge.ts";
export {
  POLICY_STATUSES,
  type PolicyStatus,
  type Standing,
  type StatusChange,
  standingOf,
  standingsDuring,
  statusName,
  statusOn,
} from "./model.ts";
export { type Beneficiary, beneficiariesOf, beneficiariesOfAll, type StoredAccount } from "./payees.ts";
export {
  type EventKind,
  type PolicyForEvent,
  type PolicyKey,
  type PolicyLine,
  policiesForEvent,
  readHistory,
  readPolicies,
  readPolicyLines,
} from "./read.ts";
export type { PolicyRecord, RecordAccount, RecordBeneficiary, RecordRole } from "./record.ts";
export { countPolicies, coversOf, policyTimeline } from "./sources.ts";
