export { accessApi } from "./api.ts";
export {
  type AuditLine,
  type AuditNote,
  type AuditVerification,
  actionWords,
  parseHead,
  readAudit,
  record,
  recordAll,
  sealAudit,
  sealAudits,
  verifyAudit,
} from "./audit/index.ts";
export { authenticator } from "./authenticate.ts";
export type { Directory, KnownParty } from "./directory.ts";
export {
  CIPHERS,
  type Cipher,
  describeRing,
  type KeyProvider,
  markOf,
  openVault,
  providerOf,
  rewrap,
  rotate,
  VaultError,
} from "./keys/index.ts";
export { mask } from "./mask.ts";
export { sweepSessions } from "./sessions.ts";
export { addInstitution, addStaff, type NewStaff } from "./staff.ts";
export { loadKeys, loadTestKeys, type Vault, vault } from "./vault.ts";
