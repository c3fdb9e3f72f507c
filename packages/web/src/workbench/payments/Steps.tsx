import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Overrides } from "./Checks.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";

interface Step {
  readonly name: string;
  readonly at: string | null;
  readonly by: string | null;
  readonly bad?: boolean;
}

const useSteps = (order: Order): Step[] => {
  const { t } = useTranslation();
  const prepared: Step = { name: t("payments.step.prepared"), at: order.preparedAt, by: order.preparedBy };
  if (order.status === "rejected")
    return [
      prepared,
      {
        name: t("payments.status.rejected"),
        at: order.returnedAt ?? "",
        by: order.returnedReason,
        bad: true,
      },
    ];
  const returned = order.status === "returned";
  return [
    prepared,
    { name: t("payments.step.approved"), at: order.approvedAt, by: order.approvedBy },
    { name: t("payments.step.sent"), at: order.sentAt, by: null },
    ...(returned && order.settledAt
      ? [{ name: t("payments.step.settled"), at: order.settledAt, by: null }]
      : []),
    returned
      ? {
          name: t("payments.status.returned"),
          at: order.returnedAt ?? "",
          by: order.returnedReason,
          bad: true,
        }
      : { name: t("payments.step.settled"), at: order.settledAt, by: null },
  ];
};

/** Where the money is on its way. */
export const Steps = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  return (
    <Card title={t("payments.way")}>
      <ol className={css.steps}>
        {useSteps(order).map((step) => (
          <li key={step.name} className={step.bad ? css.bad : step.at !== null ? css.done : undefined}>
            {step.name}
            <small>
              {step.at === null
                ? t("payments.notYet")
                : [step.by, step.at ? when(step.at) : null].filter(Boolean).join(" · ")}
            </small>
          </li>
        ))}
      </ol>
      <Overrides order={order} />
      {order.batchId ? (
        <Link to={`/payments/batches/${order.batchId}`}>{t("payments.toBatches")}</Link>
      ) : null}
    </Card>
  );
};
