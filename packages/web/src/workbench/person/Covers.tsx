import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { insuredCovers } from "../report/covers.ts";
import { ReportLink } from "../report/ReportLink.tsx";
import css from "./Person.module.css";
import type { Party } from "./PersonPage.tsx";

interface Props {
  readonly party: Party;
}

/** Cases of this person, with what each comes to now. */
export const Cases = ({ party }: Props) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  if (party.cases.length === 0) return null;
  return (
    <Card title={t("people.cases")}>
      <ul>
        {party.cases.map((item) => (
          <li key={item.caseId} className={css.item}>
            <span>
              <Link to={`/claims/${item.caseId}`}>
                <b>{item.title}</b>
              </Link>
              <small>{item.number}</small>
            </span>
            <b className="num">
              {item.least === item.most
                ? yuan(item.least)
                : `${yuan(item.least)} – ${item.most === null ? t("money.endless") : yuan(item.most)}`}
            </b>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Covers, each with its terms and its state. */
export const Covers = ({ party }: Props) => {
  const { t } = useTranslation();
  const { yuan, longDay } = useFormat();
  const may = useMay();
  return (
    <Card
      title={t("people.covers", { count: party.covers.length })}
      aside={
        may("claims.report") && insuredCovers(party).length > 0 ? (
          <ReportLink partyId={party.partyId} />
        ) : null
      }
    >
      {party.covers.length === 0 ? <p className="soft">{t("people.coversNone")}</p> : null}
      <ul>
        {party.covers.map((cover) => (
          <li key={`${cover.policyId} ${cover.role}`} className={css.item}>
            <span>
              <b>{cover.product}</b>
              <small>
                <Link to={`/policies/${cover.insuredId}/${cover.policyId}`}>{cover.number}</Link> ·{" "}
                {cover.role} · {longDay(cover.effective)}
                {cover.expires ? ` – ${longDay(cover.expires)}` : ""} ·{" "}
                <Link to={`/terms/${cover.terms}`}>{t("people.terms")}</Link>
              </small>
            </span>
            <span style={{ textAlign: "right" }}>
              <b className="num">{yuan(cover.sumInsured)}</b>
              <small>
                <Chip>{cover.status}</Chip>
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** People tied to this one by a policy or a family. */
export const Relations = ({ party }: Props) => {
  const { t } = useTranslation();
  if (party.relations.length === 0) return null;
  return (
    <Card title={t("people.relations")}>
      <ul>
        {party.relations.map((relation) => (
          <li key={`${relation.partyId} ${relation.relation} ${relation.policyNumber}`} className={css.item}>
            <span>
              <Link to={`/people/${relation.partyId}`}>{relation.name}</Link>
              {relation.policyNumber ? <small>{relation.policyNumber}</small> : null}
            </span>
            <span className="soft">
              {relation.relation}
              {relation.share ? ` · ${relation.share}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
