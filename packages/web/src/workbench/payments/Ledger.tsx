import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";

const shown = (amount: string, yuan: (amount: string) => string): string =>
  /^0(\.0+)?$/.test(amount) ? "" : yuan(amount);

/** 分录: the append-only double entries of this order; both sides always agree. */
export const Ledger = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { when, yuanFull } = useFormat();
  if (order.ledger.length === 0) return null;
  return (
    <Card title={t("payments.ledger")}>
      <div style={{ overflowX: "auto" }}>
        <table className={css.ledger}>
          <thead>
            <tr>
              <th scope="col">{t("payments.at")}</th>
              <th scope="col">{t("payments.entry")}</th>
              <th scope="col">{t("payments.accountName")}</th>
              <th scope="col" className={css.r}>
                {t("payments.debit")}
              </th>
              <th scope="col" className={css.r}>
                {t("payments.credit")}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.ledger.map((row) => (
              <tr key={`${row.entry} ${row.account} ${row.debit} ${row.credit}`}>
                <td className="num">{when(row.at)}</td>
                <td>{row.entry}</td>
                <td>{row.account}</td>
                <td className={`${css.r} num`}>{shown(row.debit, yuanFull)}</td>
                <td className={`${css.r} num`}>{shown(row.credit, yuanFull)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};
