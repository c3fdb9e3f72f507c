export { parseHead } from "./chain.ts";
export { type AuditLine, readAudit } from "./read.ts";
export { type AuditNote, record, recordAll } from "./record.ts";
export { sealAudit, sealAudits } from "./seal.ts";
export { type AuditVerification, verifyAudit } from "./verify.ts";
export { actionWords } from "./words.ts";
