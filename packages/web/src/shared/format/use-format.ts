import { useTranslation } from "react-i18next";
import { yuanFull, yuanShort } from "./money.ts";
import { clock, type Language, longDay, shortDay, shortWhen, when } from "./time.ts";

/** zh and en side by side, as the server gives them. */
export interface Line {
  readonly zh: string;
  readonly en: string;
}

export const useLanguage = (): Language => (useTranslation().i18n.language === "en" ? "en" : "zh-CN");

/** Formatting in the page's language. */
export const useFormat = () => {
  const language = useLanguage();
  return {
    language,
    line: (line: Line): string => (language === "en" ? line.en : line.zh),
    yuan: yuanShort,
    yuanFull,
    when: (iso: string) => when(iso, language),
    longDay: (iso: string) => longDay(iso, language),
    shortDay: (iso: string) => shortDay(iso, language),
    shortWhen: (iso: string) => shortWhen(iso, language),
    clock: (iso: string) => clock(iso, language),
  };
};
