import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the page in the tab and to screen readers. */
export const useTitle = (title: string | null | undefined): void => {
  const { t } = useTranslation();
  const name = t("common.name");
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
};
