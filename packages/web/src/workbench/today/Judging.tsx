import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card } from "../../shared/ui/Card.tsx";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

/** 须由人判断: extensions to approve, refusals to make or to approve, referrals, cases to close. */
export const Judging = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  if (today.judging.length === 0) return null;
  return (
    <Card title={t("today.judging")}>
      <Rows of={today.judging}>
        {(item) => (
          <li key={`${item.caseId} ${item.todo}`} className={css.row}>
            <div>
              <b>{item.title}</b>
              <p>{t(`today.todo.${item.todo}`)}</p>
            </div>
            <Link className={css.go} to={`/claims/${item.caseId}`}>
              {t("today.see")}
              <span className="visually-hidden">{item.title}</span>
            </Link>
          </li>
        )}
      </Rows>
    </Card>
  );
};
