import { useTranslation } from "react-i18next";
import { Navigate, Outlet, ScrollRestoration, useLocation } from "react-router";
import { useSession } from "../../shared/session/use-session.ts";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { Frame } from "./Frame.tsx";
import { NAV } from "./nav.ts";
import { Rail } from "./Rail.tsx";
import css from "./Shell.module.css";
import { TopBar } from "./TopBar.tsx";

const Pages = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className={css.shell}>
      <a className="skip-link" href="#main">
        {t("common.skip")}
      </a>
      <ScrollRestoration />
      <Rail />
      <TopBar key={pathname} />
      <main id="main" className={css.main} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
    </div>
  );
};

/** Who must set something up first does that first; whose desk has no Today begins where their work is. */
const opensElsewhere = (
  { mustEnrol, permissions }: { readonly mustEnrol: boolean; readonly permissions: readonly string[] },
  pathname: string,
) => {
  if (mustEnrol) return pathname === "/account" ? null : <Navigate to="/account" replace />;
  if (pathname !== "/today" || permissions.includes("today.read")) return null;
  const first = NAV.find(({ needs }) => permissions.includes(needs));
  return <Navigate to={first?.to ?? "/account"} replace />;
};

/** The staff's pages: only for those signed in; others are led to the door and back. */
export default function Shell() {
  const session = useSession();
  const { pathname, search } = useLocation();
  return (
    <Frame>
      <Reading of={session} lines={3}>
        {(who) =>
          who.kind === "staff" ? (
            (opensElsewhere(who.staff, pathname) ?? <Pages />)
          ) : (
            <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
          )
        }
      </Reading>
    </Frame>
  );
}
