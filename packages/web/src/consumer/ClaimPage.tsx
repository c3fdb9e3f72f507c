import { type ConsumerClaim, consumerClaim } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useRead } from "../shared/api/hooks.ts";
import { useFormat } from "../shared/format/use-format.ts";
import { loadSerif } from "../shared/theme/fonts.ts";
import { Reading } from "../shared/ui/Reading.tsx";
import { useTitle } from "../shared/ui/title.ts";
import { Because } from "./Because.tsx";
import { Facts, Looked, Rights } from "./ClaimParts.tsx";
import css from "./Consumer.module.css";
import { Road } from "./Progress.tsx";

loadSerif();

interface Props {
  readonly claim: ConsumerClaim;
}

/** What the claim comes to, in one figure, or two while it is open. */
const Amount = ({ claim }: Props) => {
  const { t } = useTranslation();
  const { yuan, yuanFull } = useFormat();
  const closed = claim.least === claim.most;
  const mine = !/^0\.00$/.test(claim.forYou);
  return (
    <div className={css.hero}>
      <p>{claim.title}</p>
      <div className={css.amount} data-amount>
        <span className="num">
          {closed
            ? yuanFull(claim.least)
            : `${yuan(claim.least)} – ${claim.most === null ? t("money.endless") : yuan(claim.most)}`}
        </span>{" "}
        <small>{t("common.yuan")}</small>
      </div>
      <p>
        {closed ? t("consumer.settled") : t("consumer.notSettled", { least: yuan(claim.least) })}
        {mine ? ` ${t("consumer.forYou", { amount: yuan(claim.forYou) })}` : ""}
      </p>
    </div>
  );
};

const Needed = ({ claim }: Props) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  if (claim.stillNeeded.length === 0) return null;
  return (
    <section className={css.sheet} style={{ borderColor: "var(--amber-line)", background: "#fffdf7" }}>
      <h2>{t("consumer.needed")}</h2>
      {claim.stillNeeded.map(({ ask, from }) => (
        <div key={ask.zh} className={css.clause}>
          <b>{line(ask)}</b>
          {from ? <p className={css.shows}>{from}</p> : null}
        </div>
      ))}
    </section>
  );
};

const Paid = ({ claim }: Props) => {
  const { t } = useTranslation();
  const { yuanFull, when } = useFormat();
  if (claim.payments.length === 0) return null;
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.paid")}</h2>
      {claim.payments.map((payment) => (
        <div key={`${payment.at} ${payment.amount}`} className={css.item}>
          <b className="num">
            {yuanFull(payment.amount)} {t("common.yuan")}
          </b>
          <span className={css.tag}>{payment.status}</span>
          <p>
            {payment.bank} {payment.accountMasked} · {when(payment.at)}
          </p>
        </div>
      ))}
    </section>
  );
};

/** Where my money is, what was paid, and why, clause by clause. */
export default function ClaimPage() {
  const { t } = useTranslation();
  const { caseId = "" } = useParams();
  const claim = useRead(consumerClaim, { params: { caseId } });
  useTitle(claim.data?.title ?? t("consumer.tab.progress"));
  return (
    <Reading of={claim}>
      {(view) => (
        <>
          <Link to="/my/claims" className={css.back}>
            ‹ {t("common.back")}
          </Link>
          <h1 className="visually-hidden">{view.title}</h1>
          <Amount claim={view} />
          <section className={css.sheet}>
            <h2>{t("consumer.where")}</h2>
            <Road progress={view.progress} />
          </section>
          <Needed claim={view} />
          <Paid claim={view} />
          <Because claim={view} />
          <Facts claim={view} />
          <Looked claim={view} />
          <Rights rights={view.rights} />
        </>
      )}
    </Reading>
  );
}
