import "./tables.ts";

export { peopleApi } from "./api.ts";
export type { PartyChange } from "./changes.ts";
export { type AccountNumber, luhn, maskOf, readAccountNumber, readPhone } from "./contact-data.ts";
export { ownRecord } from "./copy.ts";
export { creditCodeCheck, readCreditCode } from "./credit-code.ts";
export { describeParty, findByPhone } from "./directory.ts";
export {
  IDENTITY_KINDS,
  type Identity,
  type IdentityKind,
  type IdentityReading,
  readOtherNumber,
  readResidentNumber,
  residentCheck,
  type Say,
} from "./identity.ts";
export { recordsOf } from "./joins/store.ts";
export { searchParties } from "./list.ts";
export {
  findByCustomerNumber,
  findByIdentity,
  findByPolicyNumber,
  findParties,
  type KnownParty,
  lookUp,
  type PartyKey,
} from "./lookup.ts";
export { type MergeOptions, mergeParties } from "./merge.ts";
export type { Change, Merge } from "./merge-model.ts";
export {
  compact,
  customerBlind,
  identityBlind,
  maskIdentity,
  type PartyRecord,
  phoneBlind,
  policyBlind,
} from "./record.ts";
export { fillSounds } from "./search/fill.ts";
export { findPeople } from "./search/find.ts";
export type {
  CaseLine,
  CountSource,
  Cover,
  PersonSources,
  TimelineEntry,
  TimelineSource,
} from "./sources.ts";
