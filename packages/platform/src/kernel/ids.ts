import { z } from "zod";

/**
 * Branded identifiers: a claim id is never taken for a policy id. Only these parsers make them.
 * All are UUIDs, so that rows can be sharded by party without a central counter.
 */
const id = <Brand extends string>(_brand: Brand) => z.uuid().brand<Brand>();

export const InstitutionId = id("InstitutionId");
export type InstitutionId = z.infer<typeof InstitutionId>;
export const StaffId = id("StaffId");
export type StaffId = z.infer<typeof StaffId>;
/** 当事人: a person, household, farm or company as one institution knows it. */
export const PartyId = id("PartyId");
export type PartyId = z.infer<typeof PartyId>;
export const PolicyId = id("PolicyId");
export type PolicyId = z.infer<typeof PolicyId>;
export const CaseId = id("CaseId");
export type CaseId = z.infer<typeof CaseId>;
export const EvidenceId = id("EvidenceId");
export type EvidenceId = z.infer<typeof EvidenceId>;
export const FindingId = id("FindingId");
export type FindingId = z.infer<typeof FindingId>;
/** 拒赔意见 */
export const RefusalId = id("RefusalId");
export type RefusalId = z.infer<typeof RefusalId>;
/** 延期申请 */
export const ExtensionId = id("ExtensionId");
export type ExtensionId = z.infer<typeof ExtensionId>;
/** 付款指令 */
export const PaymentId = id("PaymentId");
export type PaymentId = z.infer<typeof PaymentId>;
/** 付款批次: the orders that go to one bank in one file. */
export const BatchId = id("BatchId");
export type BatchId = z.infer<typeof BatchId>;
/** 止付 */
export const HoldId = id("HoldId");
export type HoldId = z.infer<typeof HoldId>;
/** 银行答复文件 */
export const AnswerId = id("AnswerId");
export type AnswerId = z.infer<typeof AnswerId>;
export const MessageId = id("MessageId");
export type MessageId = z.infer<typeof MessageId>;
export const ImportId = id("ImportId");
export type ImportId = z.infer<typeof ImportId>;
/** `family/edition`, for example `jinhuibao/2024`. */
export const TermsId = z
  .string()
  .regex(/^[^/\s]+\/[^/\s]+$/)
  .brand<"TermsId">();
export type TermsId = z.infer<typeof TermsId>;
