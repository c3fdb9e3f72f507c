import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { Empty } from "./Empty.tsx";
import css from "./parts.module.css";

const Crashed = () => {
  const { t } = useTranslation();
  return (
    <Empty whole title={t("common.crashed")}>
      <p>{t("common.crashedWhy")}</p>
      <div>
        <button type="button" className={css.linkButton} onClick={() => location.reload()}>
          {t("common.reload")}
        </button>
      </div>
    </Empty>
  );
};

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <main>
      <Empty whole title={t("common.notFound")}>
        <p>{t("common.notFoundWhy")}</p>
        <div>
          <Link className={css.linkButton} to="/">
            {t("common.home")}
          </Link>
        </div>
      </Empty>
    </main>
  );
};

/** A route that failed to load or to draw. */
export const RouteProblem = () => {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  console.error(error);
  return (
    <main>
      <Crashed />
    </main>
  );
};

/** Keeps one failed part from taking the page with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }
  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}
