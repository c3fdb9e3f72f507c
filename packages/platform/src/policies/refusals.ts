import { Refused, refuse } from "../kernel/refusal.ts";

export const noPolicy = (policyId: string): Refused =>
  new Refused(
    refuse(
      "missing",
      "policies.no-policy",
      { zh: "没有这份保单。", en: "There is no such policy." },
      { policyId },
    ),
  );

/** More rows than a person reads in a spreadsheet. */
export const tooManyToExport = (total: number, most: number): Refused =>
  new Refused(
    refuse(
      "too-large",
      "policies.too-many-to-export",
      {
        zh: `共 ${total} 份保单，一次最多导出 ${most} 份。请先按状态、产品或客户缩小范围。`,
        en: `There are ${total} policies, and ${most} can be exported at once. Narrow the list by status, product or person.`,
      },
      { total, most },
    ),
  );

export const badCursor = (): Refused =>
  new Refused(
    refuse("invalid", "policies.cursor", {
      zh: "翻页标记不对，请从第一页重新开始。",
      en: "The cursor is not one of this list's; start again from the first page.",
    }),
  );
