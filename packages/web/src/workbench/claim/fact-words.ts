import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import type { Fact } from "./facts-of.ts";
import { isTime } from "./strip-scale.ts";

type Finding = ClaimView["findings"][number];

const boundsOf = (value: unknown): readonly [string, string] | null => {
  if (typeof value !== "object" || value === null || !("between" in value) || !Array.isArray(value.between))
    return null;
  const [low, high]: unknown[] = value.between;
  return typeof low === "string" && typeof high === "string" ? [low, high] : null;
};

const sameYear = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4);

/** Facts and findings as the page says them: times as people read them, the rest as the server words it. */
export const useFactWords = () => {
  const { t, i18n } = useTranslation();
  const { when, shortWhen, yuan } = useFormat();
  const plain = (type: string, value: string): string =>
    isTime(type) ? when(value) : type === "money" ? yuan(value) : value;
  const fact = (fact: Fact): string => {
    if (fact.state === "unknown") return t("common.unknown");
    const bounds = boundsOf(fact.value);
    if (bounds) {
      const [low, high] = bounds;
      const to = isTime(fact.type) && sameYear(low, high) ? shortWhen(high) : plain(fact.type, high);
      return t("terms.range", { from: plain(fact.type, low), to });
    }
    if (typeof fact.value === "boolean") return t(fact.value ? "common.yes" : "common.no");
    return isTime(fact.type) && typeof fact.value === "string" ? when(fact.value) : fact.shows;
  };
  /** A bound in words; an exact value says nothing more than the fact does. */
  const bound = (finding: Finding, type: string): string | null => {
    if (finding.kind === "value") return null;
    const said = i18n.language === "en" || isTime(type);
    return said && typeof finding.value === "string"
      ? `${t(`claim.findingKinds.${finding.kind}`)} ${plain(type, finding.value)}`
      : finding.shows;
  };
  return { fact, bound };
};
