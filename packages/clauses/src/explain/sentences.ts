/** The sentences of an explanation that are the same in every one. */
import type { Decision } from "../decide/decision.ts";
import type { Language } from "./function-words.ts";

export const NOTES: Readonly<Record<Language, string>> = {
  zh: "这里只说明条款怎样算；哪一项若另有证据，请提交。",
  en: "This only tells how the clauses reckon; where there is other evidence, please submit it. The Chinese wording governs.",
};

/** Where no change of one fact alone would do. */
export function aloneText(decision: Decision, language: Language): string {
  const clauses = [...new Set(decision.reasons.map((r) => r.clause))];
  const paying = decision.benefits.length > 0;
  const several = decision.outcome === "decline" && clauses.length > 1;
  if (language === "zh") {
    const each = several ? `${clauses.join("、")}各自都足以决定这一结果；` : "";
    return `${each}单凭某一项事实不同，${paying ? "不会因此得到赔付" : "也不会符合条件"}。`;
  }
  const each = several ? `${clauses.join(", ")} each decide this by themselves; ` : "";
  const none = `no single fact being otherwise would ${paying ? "lead to payment" : "meet the conditions"}.`;
  return several ? each + none : `N${none.slice(1)}`;
}
