import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";

/** An amount, or from least to most, in words. */
export const useRange = () => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return ({ least, most }: { readonly least: string; readonly most: string | null }): string =>
    least === most
      ? `${yuan(least)} ${t("common.yuan")}`
      : t("money.range", { least: yuan(least), most: most === null ? t("money.endless") : yuan(most) });
};
