import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { LanguageSwitch } from "../../shared/ui/LanguageSwitch.tsx";
import { Seal } from "../../shared/ui/Seal.tsx";
import { Account } from "./Account.tsx";
import { NAV } from "./nav.ts";
import { Search } from "./Search.tsx";
import css from "./Shell.module.css";

export const Brand = () => {
  const { t } = useTranslation();
  const staff = useStaff();
  return (
    <Link to="/today" className={css.brand}>
      <Seal size={38} />
      <span>
        <b>{t("common.name")}</b>
        <small>{staff?.institution.name}</small>
      </span>
    </Link>
  );
};

export const Nav = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className={css.nav} aria-label={t("shell.navigation")}>
      {NAV.filter(({ needs }) => may(needs)).map(({ to, name }) => (
        <NavLink key={to} to={to}>
          {t(`shell.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
};

/** The rail at the left of a wide screen. */
export const Rail = () => (
  <header className={css.rail}>
    <Brand />
    <Search keys />
    <Nav />
    <div className={css.foot}>
      <Account />
      <LanguageSwitch className={css.quiet} />
    </div>
  </header>
);
