import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Today.module.css";

/** 待批准: what waits for a second person. */
export const Approvals = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const may = useMay();
  if (today.approvals.length === 0 && !may("payments.approve")) return null;
  return (
    <Card title={t("today.approvals")}>
      {today.approvals.length === 0 ? <p className="soft">{t("today.approvalsNone")}</p> : null}
      <ul>
        {today.approvals.map((item) => (
          <li key={item.paymentId} className={css.row}>
            <div>
              <b>
                <span className="num">{yuan(item.amount)}</span> {t("common.yuan")}
              </b>
              <p>
                {item.title} · {t("today.preparedBy", { name: item.preparedBy })}
              </p>
            </div>
            <Link className={css.go} to={`/payments/${item.paymentId}`}>
              {item.mayApprove ? t("today.approve") : t("today.see")}
              <span className="visually-hidden">{item.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** 待送银行: approved, not yet in a bank file. */
export const ToSend = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  if (today.toSend.count === 0) return null;
  return (
    <Card title={t("today.toSend")}>
      <div>
        <div className={css.row}>
          <div>
            <b>
              <span className="num">{yuan(today.toSend.total)}</span> {t("common.yuan")}
            </b>
            <p>{t("today.toSendCount", { count: today.toSend.count })}</p>
          </div>
          <Link className={css.go} to="/payments?status=approved">
            {t("today.makeBatch")}
          </Link>
        </div>
      </div>
    </Card>
  );
};
