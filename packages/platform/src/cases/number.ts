import type { CaseId } from "../kernel/ids.ts";

/** Letters and digits that are not taken for one another, read aloud or on paper. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 案号: `C-2024-10-7K3QX9`, from the month of the report and the case's own id, so that no counter is shared. */
export const caseNumber = (caseId: CaseId, reportedOn: string): string => {
  let rest = BigInt(`0x${caseId.replaceAll("-", "").slice(-10)}`);
  let code = "";
  for (let at = 0; at < 6; at += 1) {
    code = `${LETTERS[Number(rest % 32n)] ?? "0"}${code}`;
    rest /= 32n;
  }
  return `C-${reportedOn.slice(0, 7)}-${code}`;
};
