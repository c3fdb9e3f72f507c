import type { TermsSummary } from "@goodfaith/platform/contract";
import { listTerms } from "@goodfaith/platform/contract";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Family.module.css";
import { governing, type Stretch, stretchesOf } from "./timeline.ts";

type Summary = z.infer<typeof TermsSummary>;

const kindOf = ({ ids }: Stretch): "gap" | "one" | "overlap" =>
  ids.length === 0 ? "gap" : ids.length === 1 ? "one" : "overlap";

const Line = ({
  stretches,
  present,
}: {
  readonly stretches: readonly Stretch[];
  readonly present: string;
}) => {
  const { t } = useTranslation();
  const { shortDay } = useFormat();
  const days = ({ from, to }: Stretch): string =>
    `${from ? from : t("terms.family.ever")} – ${to ? to : t("terms.family.open")}`;
  return (
    <ol className={css.line}>
      {stretches.map((stretch) => (
        <li
          key={stretch.from}
          className={css[kindOf(stretch)]}
          {...(stretch.ids.includes(present) ? { "aria-current": true } : {})}
          title={stretch.from ? shortDay(stretch.from) : undefined}
        >
          <b>
            {stretch.ids.length === 0
              ? t("terms.family.gap")
              : stretch.ids.map((id) => (
                  <Link key={id} to={`/terms/${id}`}>
                    {id.slice(id.indexOf("/") + 1)}
                  </Link>
                ))}
            {stretch.ids.length > 1 ? <span>{t("terms.family.overlap")}</span> : null}
          </b>
          <span>{days(stretch)}</span>
        </li>
      ))}
    </ol>
  );
};

const Asking = ({ editions }: { readonly editions: readonly Summary[] }) => {
  const { t } = useTranslation();
  const [day, setDay] = useState("");
  const found = day === "" ? [] : governing(editions, day);
  const fact = editions.find(({ governs }) => governs !== null)?.governs;
  return (
    <div className={css.asking}>
      <label htmlFor="governing-day">{fact ?? t("terms.family.day")}</label>
      <Input id="governing-day" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      <p aria-live="polite">
        {day === "" ? (
          <span className="soft">{t("terms.family.ask")}</span>
        ) : found.length === 0 ? (
          t("terms.family.nobody")
        ) : (
          <>
            {t("terms.family.governs")}{" "}
            {found.map((id) => (
              <Link key={id} to={`/terms/${id}`}>
                {id}
              </Link>
            ))}
          </>
        )}
      </p>
    </div>
  );
};

/** 哪一版管: a family's editions on a line of time, and the one that governs on a day. */
export const Family = ({ family, present }: { readonly family: string; readonly present: string }) => {
  const { t } = useTranslation();
  const list = useRead(listTerms, {});
  const editions = (list.data?.items ?? []).filter((item) => item.family === family);
  if (editions.length === 0) return null;
  const fact = editions.find(({ governs }) => governs !== null)?.governs;
  return (
    <Card title={t("terms.family.title")}>
      <p className="soft small">{fact ? t("terms.family.by", { fact }) : t("terms.family.byNothing")}</p>
      <Line stretches={stretchesOf(editions)} present={present} />
      <Asking editions={editions} />
    </Card>
  );
};
