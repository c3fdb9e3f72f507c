import { useTranslation } from "react-i18next";

const KNOWN = [
  "agriculture",
  "medical",
  "accident",
  "life",
  "programmes",
  "guard",
  "health",
  "outreach",
  "signed",
] as const;
const isKnown = (name: string): name is (typeof KNOWN)[number] => (KNOWN as readonly string[]).includes(name);

/** A shelf's name in the page's language; an unknown one keeps its own. */
export const useFolder = () => {
  const { t } = useTranslation();
  return (name: string): string => (isKnown(name) ? t(`terms.folder.${name}`) : name);
};
