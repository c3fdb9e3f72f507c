import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../shared/ui/LanguageSwitch.tsx";
import { Account } from "./Account.tsx";
import { Brand, Nav } from "./Rail.tsx";
import { Search } from "./Search.tsx";
import css from "./Shell.module.css";

/** The bar at the top of a narrow screen; the rest is behind its menu. It is made anew on each page, so it closes itself. */
export const TopBar = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <header className={css.top}>
      <Brand />
      <button
        type="button"
        className={css.menu}
        aria-label={t("common.menu")}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
          <path d="M1 2h20M1 8h20M1 14h20" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} size={280} title={t("common.menu")}>
        <Search />
        <Nav />
        <div className={css.foot}>
          <Account />
          <LanguageSwitch className={css.quiet} />
        </div>
      </Drawer>
    </header>
  );
};
