import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

/** 只差一件: open decisions, and the question that would close each. */
export const Asking = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  if (today.asking.length === 0) return null;
  return (
    <Card title={t("today.asking")} tone="amber">
      <Rows of={today.asking}>
        {(item) => (
          <li key={`${item.caseId} ${item.fact}`} className={css.row}>
            <div>
              <b>{item.title}</b>
              <p>{item.ask}</p>
              <p className="num">
                {t("money.range", {
                  least: yuan(item.least),
                  most: item.most === null ? t("money.endless") : yuan(item.most),
                })}
              </p>
            </div>
            <Link className={css.go} to={`/claims/${item.caseId}?fact=${encodeURIComponent(item.fact)}`}>
              {t("today.prove")}
              <span className="visually-hidden">{item.title}</span>
            </Link>
          </li>
        )}
      </Rows>
    </Card>
  );
};
