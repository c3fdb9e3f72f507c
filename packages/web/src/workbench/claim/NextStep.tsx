import type { ClaimView } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay } from "../../shared/session/use-session.ts";

interface NextStepProps {
  readonly claim: ClaimView;
  readonly onEnter: (fact: string) => void;
}

const waiting = (claim: ClaimView): string | null =>
  claim.payments.find(({ status }) => status === "pending")?.paymentId ?? null;

/** The way to the one next thing, where it lies outside this card. */
export const NextStep = ({ claim, onEnter }: NextStepProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { do: what, fact } = claim.next;
  switch (what) {
    case "answer-ask":
    case "complete-payment-needs":
      return fact !== null && may("claims.handle") ? (
        <Button onClick={() => onEnter(fact)}>{t("claim.enterFact", { fact })}</Button>
      ) : null;
    case "await-approval": {
      const payment = waiting(claim);
      return payment ? <Link to={`/payments/${payment}`}>{t("claim.toApproval")}</Link> : null;
    }
    case "send-batch":
      return <Link to="/payments?status=approved">{t("claim.toBatch")}</Link>;
    case "await-bank":
      return <Link to="/payments?status=sent">{t("claim.toBank")}</Link>;
    case "send-notice":
    case "prepare-payment":
    case "refer":
    case "nothing":
      return null;
    default:
      return what satisfies never;
  }
};
