import { useTranslation } from "react-i18next";
import { useLanguage } from "../format/use-format.ts";
import { chooseLanguage } from "../i18n/index.ts";

/** The other language, named in itself. */
export const LanguageSwitch = ({ className }: { readonly className?: string | undefined }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <button type="button" className={className} lang={other} onClick={() => void chooseLanguage(other)}>
      {t("common.languageToggle")}
    </button>
  );
};
