import { createContext, useContext, useState } from "react";

const REMEMBERED = "goodfaith.elder";

const remembered = (): boolean => {
  try {
    return localStorage.getItem(REMEMBERED) === "yes";
  } catch {
    return false;
  }
};

/** Whether the large layout is on. */
export const ElderContext = createContext(false);
export const useElder = (): boolean => useContext(ElderContext);

/** The switch between the two layouts, remembered on this phone. */
export const useElderSwitch = (): [boolean, () => void] => {
  const [elder, setElder] = useState(remembered);
  const toggle = (): void => {
    setElder(!elder);
    try {
      localStorage.setItem(REMEMBERED, elder ? "no" : "yes");
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  };
  return [elder, toggle];
};
