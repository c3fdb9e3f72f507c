import type { ClaimView } from "../claims/contract.ts";
import type { CaseId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";

/**
 * What the consumer's pages read of other capabilities, handed in where the program is put together. `readClaim` gives the
 * whole case as staff see it; what of it a person may see is decided here (`visible.ts`).
 */
export interface ConsumerSources {
  readonly readClaim: (context: Context, caseId: CaseId) => Promise<ClaimView>;
}
