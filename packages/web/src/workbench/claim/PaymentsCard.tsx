import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { PaymentStatusChip } from "../status/PaymentStatusChip.tsx";
import css from "./Claim.module.css";

/** The orders made from this case, and what the core system paid before it came here: of that there is no order to open. */
export const PaymentsCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  if (claim.payments.length === 0) return null;
  return (
    <Card title={t("claim.payments")}>
      <ul>
        {claim.payments.map((payment) => (
          <li key={payment.paymentId} className={css.line}>
            <span>
              {payment.elsewhere ? (
                <span className="num">
                  {yuan(payment.amount)} {t("common.yuan")}
                </span>
              ) : (
                <Link to={`/payments/${payment.paymentId}`} className="num">
                  {yuan(payment.amount)} {t("common.yuan")}
                </Link>
              )}
              <small>
                {payment.payee} ·{" "}
                {payment.elsewhere
                  ? t("claim.paidElsewhere")
                  : t("claim.preparedBy", { name: payment.preparedBy })}
                {payment.approvedBy ? ` · ${t("claim.approvedBy", { name: payment.approvedBy })}` : ""}
              </small>
            </span>
            <PaymentStatusChip status={payment.status} />
          </li>
        ))}
      </ul>
    </Card>
  );
};
