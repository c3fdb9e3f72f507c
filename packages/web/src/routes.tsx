import type { ComponentType } from "react";
import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { NotFound, RouteProblem } from "./shared/ui/ErrorBoundary.tsx";

type Page = () => Promise<{ readonly default: ComponentType }>;

/** Each page is its own file over the wire, fetched when first visited. */
const page = (path: string, load: Page): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

const workbench: RouteObject = {
  lazy: async () => ({ Component: (await import("./workbench/shell/Shell.tsx")).default }),
  ErrorBoundary: RouteProblem,
  HydrateFallback: () => null,
  children: [
    page("today", () => import("./workbench/today/TodayPage.tsx")),
    page("claims", () => import("./workbench/claims/ClaimsPage.tsx")),
    page("claims/report", () => import("./workbench/report/ReportPage.tsx")),
    page("claims/:caseId", () => import("./workbench/claim/ClaimPage.tsx")),
    page("clocks", () => import("./workbench/clocks/ClocksPage.tsx")),
    page("people", () => import("./workbench/people/PeoplePage.tsx")),
    page("people/duplicates", () => import("./workbench/people/duplicates/DuplicatesPage.tsx")),
    page("people/:partyId", () => import("./workbench/person/PersonPage.tsx")),
    page("policies", () => import("./workbench/policies/PoliciesPage.tsx")),
    page("policies/endorsements", () => import("./workbench/policies/EndorsementsPage.tsx")),
    page("policies/:partyId/:policyId", () => import("./workbench/policies/PolicyPage.tsx")),
    page("payments", () => import("./workbench/payments/PaymentsPage.tsx")),
    page("payments/batches/:batchId", () => import("./workbench/payments/BatchPage.tsx")),
    page("payments/answers", () => import("./workbench/payments/AnswersPage.tsx")),
    page("payments/holds", () => import("./workbench/payments/HoldsPage.tsx")),
    page("payments/:paymentId", () => import("./workbench/payments/PaymentPage.tsx")),
    page("terms", () => import("./workbench/terms/TermsPage.tsx")),
    page("terms/compare", () => import("./workbench/terms/compare/ComparePage.tsx")),
    page("terms/drafts", () => import("./workbench/terms/drafts/DraftsPage.tsx")),
    page("terms/drafts/:draftId", () => import("./workbench/terms/drafts/DraftPage.tsx")),
    page("terms/:family/:edition", () => import("./workbench/terms/DocumentPage.tsx")),
    page("imports", () => import("./workbench/imports/ImportsPage.tsx")),
    page("access", () => import("./workbench/access/AccessPage.tsx")),
    page("account", () => import("./workbench/account/AccountPage.tsx")),
    page("audit", () => import("./workbench/audit/AuditPage.tsx")),
    page("outbox", () => import("./workbench/outbox/OutboxPage.tsx")),
  ],
};

const consumer: RouteObject = {
  path: "my",
  lazy: async () => ({ Component: (await import("./consumer/Shell.tsx")).default }),
  ErrorBoundary: RouteProblem,
  HydrateFallback: () => null,
  children: [
    { index: true, lazy: async () => ({ Component: (await import("./consumer/OverviewPage.tsx")).default }) },
    page("sign-in", () => import("./consumer/SignInPage.tsx")),
    page("claims", () => import("./consumer/ClaimsPage.tsx")),
    page("claims/:caseId", () => import("./consumer/ClaimPage.tsx")),
    page("rights", () => import("./consumer/RightsPage.tsx")),
  ],
};

const signOnBack = page("/sign-in/back", () => import("./workbench/sign-in/SignOnBack.tsx"));
const signIn = page("/sign-in", () => import("./workbench/sign-in/SignInPage.tsx"));

export const router = createBrowserRouter([
  { index: true, element: <Navigate to="/today" replace /> },
  { ...signOnBack, ErrorBoundary: RouteProblem, HydrateFallback: () => null },
  { ...signIn, ErrorBoundary: RouteProblem, HydrateFallback: () => null },
  workbench,
  consumer,
  { path: "*", Component: NotFound, HydrateFallback: () => null },
]);
