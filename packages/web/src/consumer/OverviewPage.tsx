import { type ConsumerOverview, consumerOverview } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRead } from "../shared/api/hooks.ts";
import { useFormat } from "../shared/format/use-format.ts";
import { Reading } from "../shared/ui/Reading.tsx";
import { useTitle } from "../shared/ui/title.ts";
import css from "./Consumer.module.css";
import { ElderHome } from "./ElderHome.tsx";
import { useElder } from "./elder.ts";
import { ProgressBars } from "./Progress.tsx";

interface Props {
  readonly overview: ConsumerOverview;
}

/** The money on its way, first of all. */
export const Hero = ({ overview }: Props) => {
  const { t } = useTranslation();
  const { yuanFull } = useFormat();
  const { onTheWay } = overview;
  if (!onTheWay)
    return (
      <div className={css.calm}>
        <b>{t("consumer.hello", { name: overview.name })}</b>
        {t("consumer.nothingOnTheWay")}
      </div>
    );
  return (
    <Link to={`/my/claims/${onTheWay.caseId}`} className={css.hero}>
      <p>{t("consumer.onTheWay")}</p>
      <div className={css.amount} data-amount>
        <span className="num">{yuanFull(onTheWay.amount)}</span> <small>{t("common.yuan")}</small>
      </div>
      <p>{onTheWay.title}</p>
      <ProgressBars progress={onTheWay.progress} />
      <span className={css.why}>{t("consumer.whyThis")} ›</span>
    </Link>
  );
};

const Covers = ({ overview }: Props) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.covers", { count: overview.covers.length })}</h2>
      {overview.covers.map((cover) => (
        <div key={`${cover.number} ${cover.role}`} className={css.item}>
          <b>{cover.product}</b>
          <span className={css.tag}>{cover.status}</span>
          <p>{line(cover.plain)}</p>
          <p>
            {cover.role === "beneficiary"
              ? t("consumer.youBenefit", { whose: cover.ofWhom })
              : t("consumer.youInsured")}{" "}
            · {cover.institution} · {cover.number}
          </p>
        </div>
      ))}
    </section>
  );
};

/** 我的保障 */
export default function OverviewPage() {
  const { t } = useTranslation();
  const elder = useElder();
  const overview = useRead(consumerOverview, {});
  useTitle(t("consumer.tab.covers"));
  return (
    <Reading of={overview}>
      {(view) => (
        <>
          <h1 className="visually-hidden">{t("consumer.tab.covers")}</h1>
          <Hero overview={view} />
          {elder ? <ElderHome overview={view} /> : <Covers overview={view} />}
        </>
      )}
    </Reading>
  );
}
