import { Refused, refuse } from "../kernel/refusal.ts";

/** Somebody else changed the case meanwhile: nothing is overwritten, the page shows the new state. */
export const changed = (expected: number, found: number | null): Refused =>
  new Refused(
    refuse(
      "conflict",
      "cases.changed",
      {
        zh: "案件刚被别人更新过，请刷新后再操作；您的这一步没有保存。",
        en: "Somebody has just changed this case. Reload and try again; this step was not saved.",
      },
      { expected, found },
    ),
  );

/** There is no such case, or none that the one who asks may see: the answer is the same. */
export const missing = (caseId: string): Refused =>
  new Refused(
    refuse("missing", "cases.missing", { zh: "没有这个案件。", en: "There is no such case." }, { caseId }),
  );
