import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Today.module.css";

/** 本周: what was kept, and how fast. */
export const Week = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const { medianHoursToPayment: hours, paid, paidCount, onceEnough } = today.week;
  return (
    <Card title={t("today.week")}>
      <dl className={css.week}>
        <div>
          <dt>{t("today.paid", { count: paidCount })}</dt>
          <dd className="num">
            {yuan(paid)} <small>{t("common.yuan")}</small>
          </dd>
        </div>
        <div>
          <dt>{t("today.onceEnough")}</dt>
          <dd className="num">
            {onceEnough.settled} <small>/ {onceEnough.of}</small>
          </dd>
        </div>
        <div>
          <dt>{t("today.median")}</dt>
          <dd className="num">
            {hours === null ? "—" : hours.toFixed(1)} <small>{hours === null ? "" : t("today.hours")}</small>
          </dd>
        </div>
      </dl>
    </Card>
  );
};
