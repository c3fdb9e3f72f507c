import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { zh } from "./zh/index.ts";

const REMEMBERED = "goodfaith.language";
export type Tongue = "zh-CN" | "en";

const remembered = (): Tongue => {
  try {
    return localStorage.getItem(REMEMBERED) === "en" ? "en" : "zh-CN";
  } catch {
    return "zh-CN";
  }
};

const ensureEnglish = async (): Promise<void> => {
  if (i18next.hasResourceBundle("en", "translation")) return;
  const { en } = await import("./en/index.ts");
  i18next.addResourceBundle("en", "translation", en);
};

/** Chinese is bundled; English is fetched when first asked for. */
export const startI18n = async (): Promise<i18n> => {
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: zh } },
    interpolation: { escapeValue: false },
  });
  await chooseLanguage(remembered());
  return i18next;
};

/** Changes the language of the whole page, and remembers it on this device. */
export const chooseLanguage = async (tongue: Tongue): Promise<void> => {
  if (tongue === "en") await ensureEnglish();
  await i18next.changeLanguage(tongue);
  document.documentElement.lang = tongue;
  try {
    localStorage.setItem(REMEMBERED, tongue);
  } catch {
    // A private window may forbid storage; the language then lasts as long as the page.
  }
};
