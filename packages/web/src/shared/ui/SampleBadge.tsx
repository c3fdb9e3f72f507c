import { useTranslation } from "react-i18next";
import css from "./parts.module.css";

/** 示例数据: stands wherever a page is made from sample records. */
export const SampleBadge = ({ shown = true }: { readonly shown?: boolean | undefined }) => {
  const { t } = useTranslation();
  return shown ? (
    <span className={css.sample} title={t("common.sampleWhy")}>
      {t("common.sample")}
    </span>
  ) : null;
};
