import { useTranslation } from "react-i18next";
import { Link, Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from "react-router";
import { useSession } from "../shared/session/use-session.ts";
import { ErrorBoundary } from "../shared/ui/ErrorBoundary.tsx";
import { LanguageSwitch } from "../shared/ui/LanguageSwitch.tsx";
import { Reading } from "../shared/ui/Reading.tsx";
import { SampleBadge } from "../shared/ui/SampleBadge.tsx";
import { Seal } from "../shared/ui/Seal.tsx";
import css from "./Consumer.module.css";
import elderCss from "./Elder.module.css";
import { ElderContext, useElderSwitch } from "./elder.ts";

const TABS = [
  { to: "/my", name: "covers", end: true },
  { to: "/my/claims", name: "progress", end: false },
  { to: "/my/rights", name: "rights", end: false },
] as const;

const Tabs = () => {
  const { t } = useTranslation();
  return (
    <nav className={css.tabs} aria-label={t("shell.navigation")}>
      <ul>
        {TABS.map(({ to, name, end }) => (
          <li key={to}>
            <NavLink to={to} end={end}>
              {t(`consumer.tab.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Top = ({ elder, onElder }: { readonly elder: boolean; readonly onElder: () => void }) => {
  const { t } = useTranslation();
  const session = useSession();
  const sample = session.data?.kind === "consumer" && session.data.sample;
  return (
    <header className={css.top}>
      <Link to="/my" className={css.mark}>
        <Seal size={elder ? 48 : 36} />
        <span>{t("common.name")}</span>
        <SampleBadge shown={sample} />
      </Link>
      <div className={css.tools}>
        <LanguageSwitch className={css.tool} />
        <button type="button" className={css.tool} aria-pressed={elder} onClick={onElder}>
          {t("consumer.elder")}
        </button>
      </div>
    </header>
  );
};

const SIGN_IN = "/my/sign-in";

const Inside = () => {
  const session = useSession();
  const { pathname } = useLocation();
  const door = pathname === SIGN_IN;
  return (
    <Reading of={session} lines={5}>
      {(who) => {
        if (who.kind !== "consumer" && !door)
          return <Navigate to={`${SIGN_IN}?next=${encodeURIComponent(pathname)}`} replace />;
        return (
          <>
            <main id="main">
              <ErrorBoundary key={pathname}>
                <Outlet />
              </ErrorBoundary>
            </main>
            {who.kind === "consumer" && !door ? <Tabs /> : null}
          </>
        );
      }}
    </Reading>
  );
};

/** The consumer's pages: one column, made for a phone; the large layout is chosen at the top. */
export default function Shell() {
  const { t } = useTranslation();
  const [elder, toggle] = useElderSwitch();
  return (
    <ElderContext value={elder}>
      <div className={`${css.app} ${elder ? elderCss.elder : ""}`}>
        <a className="skip-link" href="#main">
          {t("common.skip")}
        </a>
        <ScrollRestoration />
        <div className={css.column}>
          <Top elder={elder} onElder={toggle} />
          <Inside />
        </div>
      </div>
    </ElderContext>
  );
}
