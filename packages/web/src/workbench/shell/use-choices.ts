import type { SearchResult } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";

/** One line of what was found, and where it leads. */
export interface Choice {
  readonly n: number;
  readonly group: "people" | "policies";
  readonly name: string;
  readonly detail: string;
  readonly to: string;
}

/** What was found, as one list that arrow keys walk through: people, then policies. */
export const useChoices = (found: SearchResult | undefined): readonly Choice[] => {
  const { t } = useTranslation();
  const people = (found?.people ?? []).map((one) => ({
    group: "people" as const,
    name: one.name,
    detail: [one.identityMasked, one.phoneMasked, one.by === "itself" ? null : t(`search.by.${one.by}`)]
      .filter(Boolean)
      .join(" · "),
    to: `/people/${one.partyId}`,
  }));
  const policies = (found?.policies ?? []).map((one) => ({
    group: "policies" as const,
    name: one.number,
    detail: `${one.insured} · ${one.product}`,
    to: `/policies/${one.partyId}/${one.policyId}`,
  }));
  return [...people, ...policies].map((choice, n) => ({ ...choice, n }));
};
