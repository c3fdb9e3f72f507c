import { readPayment } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { PaymentStatusChip } from "../status/PaymentStatusChip.tsx";
import { Decide } from "./Decide.tsx";
import { Holds } from "./Holds.tsx";
import { Ledger } from "./Ledger.tsx";
import css from "./Payments.module.css";
import { Recovery } from "./Recovery.tsx";
import { Revoke } from "./Revoke.tsx";
import { Steps } from "./Steps.tsx";

export type Order = z.output<Extract<(typeof readPayment)["output"], z.ZodType>>;

const What = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return (
    <Card title={t(`payments.purpose.${order.purpose}`)}>
      <p className={css.amount}>
        <span className="num">{yuan(order.amount)}</span>
        <small>{t("common.yuan")}</small>
      </p>
      <dl className={css.pairs}>
        <dt>{t("payments.payee")}</dt>
        <dd>{order.payee}</dd>
        <dt>{t("payments.account")}</dt>
        <dd className="num">
          {order.bank} {order.accountMasked}
        </dd>
        <dt>{t("claims.case")}</dt>
        <dd>
          <Link to={`/claims/${order.caseId}`}>{order.title}</Link>{" "}
          <span className="soft small">{order.caseNumber}</span>
        </dd>
      </dl>
    </Card>
  );
};

const Lines = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return (
    <Card title={t("payments.grounds")}>
      <ul>
        {order.lines.map((line) => (
          <li key={`${line.policyNumber} ${line.clause} ${line.benefit}`} className={css.line}>
            <span>
              {line.benefit}
              <small>
                {line.product} · {line.policyNumber} · {line.clause}
              </small>
            </span>
            <b className="num">{yuan(line.amount)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** One order: what for, to whom, by which clauses, who prepared and who approves; its ledger. */
export default function PaymentPage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const { paymentId = "" } = useParams();
  const payment = useRead(readPayment, { params: { paymentId } });
  return (
    <Reading of={payment}>
      {(order) => (
        <>
          <PageHead
            eyebrow={
              <>
                <PaymentStatusChip status={order.status} />
                {order.held ? <Chip tone="cinnabar">{t("payments.held")}</Chip> : null}
                <Chip tone="outline">{order.number}</Chip>
                <SampleBadge shown={staff?.institution.sample} />
              </>
            }
            title={t("payments.to", { name: order.payee })}
          />
          <div className={css.grid}>
            <div className={css.stack}>
              <What order={order} />
              <Lines order={order} />
              <Ledger order={order} />
            </div>
            <div className={css.stack}>
              <Decide order={order} />
              <Revoke order={order} />
              <Holds order={order} />
              <Recovery order={order} />
              <Steps order={order} />
            </div>
          </div>
        </>
      )}
    </Reading>
  );
}
