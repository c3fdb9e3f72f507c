import type { Explanation } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import css from "./Changes.module.css";

/** What would change a decision, one fact at a time; nothing where nothing would. */
export const Changes = ({ told }: { readonly told: Explanation }) => {
  const { t } = useTranslation();
  if (told.changes.length === 0 && told.alone === null) return null;
  return (
    <div className={css.changes}>
      <p className={css.title}>{t("common.changes")}</p>
      <ul>
        {told.changes.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
        {told.alone === null ? null : <li>{told.alone}</li>}
      </ul>
      <p className={css.note}>{told.note}</p>
    </div>
  );
};
