export { accessApi } from "./api.ts";
export {
  type AuditLine,
  type AuditNote,
  type AuditVerification,
  actionWords,
  parseHead,
  readAudit,
  record,
  sealAudit,
  sealAudits,
  verifyAudit,
} from "./audit/index.ts";
export { authenticator } from "./authenticate.ts";
export type { Directory, KnownParty } from "./directory.ts";
export { readKeys } from "./keys.ts";
export { mask } from "./mask.ts";
export { sweepSessions } from "./sessions.ts";
export { addInstitution, addStaff, type NewStaff } from "./staff.ts";
export { loadKeys, loadTestKeys, makeVault, type Vault, VaultError, vault } from "./vault.ts";
