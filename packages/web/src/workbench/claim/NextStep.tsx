import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

const waiting = (claim: ClaimView): string | null =>
  claim.payments.find(({ status }) => status === "pending")?.paymentId ?? null;

/** The way to the one next thing, where it lies outside this card. */
export const NextStep = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const what = claim.next.do;
  switch (what) {
    case "await-approval": {
      const payment = waiting(claim);
      return payment ? <Link to={`/payments/${payment}`}>{t("claim.toApproval")}</Link> : null;
    }
    case "send-batch":
      return <Link to="/payments?status=approved">{t("claim.toBatch")}</Link>;
    case "await-bank":
      return <Link to="/payments?status=sent">{t("claim.toBank")}</Link>;
    case "answer-ask":
    case "complete-payment-needs":
    case "send-notice":
    case "prepare-payment":
    case "refer":
    case "propose-refusal":
    case "approve-refusal":
    case "close":
    case "nothing":
      return null;
    default:
      return what satisfies never;
  }
};
