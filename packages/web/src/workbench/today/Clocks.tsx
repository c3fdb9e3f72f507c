import type { TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { subjectLink, TONES, useLeft } from "../clocks/words.ts";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

type TodayClock = TodayView["clocks"][number];

const Title = ({ clock }: { readonly clock: Pick<TodayClock, "kind" | "subjectId" | "title"> }) => {
  const link = subjectLink(clock);
  return (
    <b>
      {link ? (
        <Link to={link} style={{ color: "inherit" }}>
          {clock.title}
        </Link>
      ) : (
        clock.title
      )}
    </b>
  );
};

/** 时限: which clocks are late or run out first, and the law each comes from. */
export const Clocks = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const left = useLeft();
  return (
    <Card title={t("today.clocks")} aside={<Link to="/clocks">{t("today.clocksAll")}</Link>}>
      {today.clocks.length === 0 ? <p className="soft">{t("today.clocksNone")}</p> : null}
      <Rows of={today.clocks}>
        {(clock) => (
          <li key={`${clock.subjectId} ${clock.name}`} className={css.row}>
            <div>
              <Title clock={clock} />
              <p>
                {clock.name} · {clock.law ?? t("clocks.own")} · <span className="num">{when(clock.due)}</span>
              </p>
            </div>
            <Chip tone={TONES[clock.state]}>{left(clock)}</Chip>
          </li>
        )}
      </Rows>
    </Card>
  );
};
