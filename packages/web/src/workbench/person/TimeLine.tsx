import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { instant, isoDay } from "../../shared/format/time.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Person.module.css";
import type { Party } from "./PersonPage.tsx";

type Event = Party["timeline"][number];

const yearOf = (event: Event): string => {
  const at = instant(event.at);
  return at ? isoDay(at).slice(0, 4) : "";
};

/** Newest first, parted by year. */
const byYear = (events: readonly Event[]): [string, Event[]][] => {
  const years = new Map<string, Event[]>();
  for (const event of events) years.set(yearOf(event), [...(years.get(yearOf(event)) ?? []), event]);
  return [...years];
};

/** 一条线看完 */
export const TimeLine = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const { line, shortDay } = useFormat();
  return (
    <Card title={t("people.timeline")}>
      {byYear(party.timeline).map(([year, events]) => (
        <section key={year} aria-label={year}>
          <h3 className={css.year}>{year}</h3>
          <ol className={css.line}>
            {events.map((event) => (
              <li key={`${event.at} ${event.kind} ${event.zh}`} data-kind={event.kind}>
                {event.link ? <Link to={event.link}>{line(event)}</Link> : <span>{line(event)}</span>}
                <span className="soft small num">{shortDay(event.at)}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
};
