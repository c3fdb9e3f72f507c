import { useTranslation } from "react-i18next";
import css from "./parts.module.css";

const WIDTHS = ["62%", "88%", "74%", "93%", "55%", "81%"] as const;

/** Bones of what is being read. */
export const Skeleton = ({ lines = 4 }: { readonly lines?: number }) => {
  const { t } = useTranslation();
  return (
    <div className={css.bones} role="status" aria-busy="true">
      <span className="visually-hidden">{t("common.loading")}</span>
      {Array.from({ length: lines }, (_, at) => `${at}`).map((key, at) => (
        <div key={key} className={css.bone} style={{ width: WIDTHS[at % WIDTHS.length] ?? "80%" }} />
      ))}
    </div>
  );
};
