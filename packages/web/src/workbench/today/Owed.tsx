import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

/** 应得而未付: certain, and nobody has ordered it paid. */
export const Owed = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { line, yuan } = useFormat();
  return (
    <Card title={t("today.owed")}>
      {today.owed.length === 0 ? (
        <Empty title={t("today.owedNone")} />
      ) : (
        <>
          <div className={css.total}>
            <span className="num">{yuan(today.owedTotal)}</span>
            <small>{t("today.owedTotal", { count: today.owed.length })}</small>
          </div>
          <Rows of={today.owed}>
            {(item) => (
              <li key={item.caseId} className={css.row}>
                <div>
                  <b>{item.title}</b>
                  <p>{line(item.why)}</p>
                </div>
                <Link className={css.go} to={`/claims/${item.caseId}`}>
                  {t("today.pay", { amount: yuan(item.available) })}
                  <span className="visually-hidden">{item.title}</span>
                </Link>
              </li>
            )}
          </Rows>
        </>
      )}
    </Card>
  );
};
