export { type Append, append, appendNew } from "./append.ts";
export { keepContent, readContent, type StoredFile } from "./content.ts";
export { pageOfCases } from "./keys.ts";
export { type CaseFilter, type CasePlace, countCases, listCases, partiesWithOpenCases } from "./list.ts";
export type {
  CaseKey,
  CaseRow,
  CaseStatus,
  Doer,
  StoredCase,
  StoredEvent,
} from "./model.ts";
export { caseNumber } from "./number.ts";
export { describeCase, lockCase, lockReports, readCase, readEvents } from "./read.ts";
export { changed as caseChanged } from "./refusals.ts";
export type { CaseStoredRow } from "./rows.ts";
export {
  type AskingCase,
  type CaseWeek,
  casesAsking,
  casesExtending,
  casesJudging,
  casesOwed,
  caseWeek,
  countOpenCases,
  type JudgingCase,
  type OwedCase,
} from "./today.ts";
