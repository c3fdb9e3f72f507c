export { type AuditLine, type AuditNote, readAudit, record } from "./audit.ts";
export { mask } from "./mask.ts";
export { loadKeys, loadTestKeys, makeVault, type Vault, VaultError, vault } from "./vault.ts";
