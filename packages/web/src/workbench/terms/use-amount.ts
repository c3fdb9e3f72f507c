import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import type { Decision, FactsError } from "./engine.ts";

/** 100,000 – 500,000: what is payable, in the page's words. */
export const useAmount = () => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return ({ least, most }: Decision["payable"]): string =>
    least === most ? yuan(least) : `${yuan(least)} – ${most === null ? t("money.endless") : yuan(most)}`;
};

/** A decision in a word or two: its outcome, and the amount where there is one. */
export const useSaid = () => {
  const { t } = useTranslation();
  const amount = useAmount();
  return ({ outcome, payable }: Pick<Decision, "outcome" | "payable">): string => {
    const word = t(`claim.outcome.${outcome}`);
    return outcome === "decline" || outcome === "accept" || outcome === "nothing"
      ? word
      : `${word} ${amount(payable)}`;
  };
};

/** What is wrong with facts that cannot be decided on, in the page's language. */
export const useWrongFacts = () => {
  const { language } = useFormat();
  return ({ problems }: FactsError): string =>
    problems
      .map((p) => {
        const { message, hint } = language === "en" ? p : p.zh;
        return `${p.fact} ${message}；${hint}`;
      })
      .join("；");
};
