/** The platform's public face, for the programs that run it. */
export {
  type AuditVerification,
  addInstitution,
  addStaff,
  CIPHERS,
  type Cipher,
  describeRing,
  type KeyProvider,
  markOf,
  type NewStaff,
  openVault,
  parseHead,
  providerOf,
  record,
  rewrap,
  rotate,
  sealAudits,
  VaultError,
  vault,
  verifyAudit,
} from "./access/index.ts";
export { type ClaimsVerification, verifyClaims } from "./claims/index.ts";
export { compose, type Platform } from "./compose.ts";
export { makeLogger } from "./http/logger.ts";
export { createServer } from "./http/server.ts";
export type { ServerParts } from "./http/server-parts.ts";
export type { ImportView } from "./imports/contract.ts";
export { mapHeader, readDifferences, readWorkbook, runImport, withImporter } from "./imports/index.ts";
export { backlogGauges } from "./jobs/backlog.ts";
export { startWorker, type Worker } from "./jobs/worker.ts";
export * from "./kernel/index.ts";
export { type PaymentVerification, setPayerAccount, verifyPayments } from "./payments/index.ts";
export { luhn, residentCheck } from "./people/index.ts";
export * from "./store/index.ts";
export { type OutSheet, writeCsv, writeXlsx } from "./tabular/index.ts";
export { type Gauge, makeMetrics, startTracing } from "./telemetry/index.ts";
export { verifyEditions } from "./terms/index.ts";
