import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

const tone = (days: number): Tone => (days < 0 ? "cinnabar" : days <= 3 ? "amber" : "plain");

/** 时限: which clocks run out first, and the law each comes from. */
export const Clocks = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const left = (days: number): string =>
    days < 0
      ? t("today.late", { count: -days })
      : days === 0
        ? t("today.dueToday")
        : t("today.left", { count: days });
  return (
    <Card title={t("today.clocks")}>
      {today.clocks.length === 0 ? <p className="soft">{t("today.clocksNone")}</p> : null}
      <Rows of={today.clocks}>
        {(clock) => (
          <li key={`${clock.caseId} ${clock.name}`} className={css.row}>
            <div>
              <b>
                <Link to={`/claims/${clock.caseId}`} style={{ color: "inherit" }}>
                  {clock.title}
                </Link>
              </b>
              <p>
                {clock.name}
                {clock.law ? ` · ${clock.law}` : ""} · <span className="num">{when(clock.due)}</span>
              </p>
            </div>
            <Chip tone={tone(clock.daysLeft)}>{left(clock.daysLeft)}</Chip>
          </li>
        )}
      </Rows>
    </Card>
  );
};
