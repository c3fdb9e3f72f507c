import { type PolicyView, readPolicy } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import person from "../person/Person.module.css";
import { Endorsements } from "./Endorsements.tsx";
import css from "./Policies.module.css";
import { StatusChip } from "./StatusChip.tsx";

export type Policy = z.infer<typeof PolicyView>;

const Facts = ({ policy }: { readonly policy: Policy }) => {
  const { t } = useTranslation();
  const { yuan, longDay } = useFormat();
  const lines: readonly (readonly [string, string | null])[] = [
    [t("policies.formed"), longDay(policy.formed)],
    [t("policies.effective"), longDay(policy.effective)],
    [t("policies.matures"), policy.matures && longDay(policy.matures)],
    [t("policies.since"), longDay(policy.since)],
    [t("policies.reinstated"), policy.reinstated && longDay(policy.reinstated)],
    [t("policies.sumInsured"), policy.sumInsured && yuan(policy.sumInsured)],
    [t("policies.premiumsPaid"), policy.premiumsPaid && yuan(policy.premiumsPaid)],
    [t("policies.cashValue"), policy.cashValue && yuan(policy.cashValue)],
    [t("policies.owed"), policy.owed && yuan(policy.owed)],
    [t("policies.lent"), policy.lent && yuan(policy.lent)],
  ];
  return (
    <Card title={t("policies.facts")}>
      <dl className={css.facts}>
        {lines.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="num">{value}</dd>
                </div>,
              ],
        )}
      </dl>
    </Card>
  );
};

const People = ({ policy }: { readonly policy: Policy }) => {
  const { t } = useTranslation();
  return (
    <Card title={t("policies.people")}>
      <ul>
        {policy.people.map((one) => (
          <li key={`${one.role} ${one.partyId}`} className={person.item}>
            <span>
              <Link to={`/people/${one.partyId}`}>{one.name}</Link>
              {one.accountMasked ? <small>{one.accountMasked}</small> : null}
            </span>
            <span className="soft">
              {[t(`policies.role.${one.role}`), one.kinship, one.share].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const TimeLine = ({ policy }: { readonly policy: Policy }) => {
  const { t } = useTranslation();
  const { line, longDay } = useFormat();
  return (
    <Card title={t("policies.timeline")}>
      <ol className={person.line}>
        {policy.timeline.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.zh}`} data-kind={event.kind}>
            <span>{line(event)}</span>
            <span className="soft small num">{longDay(event.at.slice(0, 10))}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
};

/** 一份保单: what it is, whose, what happened, and what is asked of the core. */
export default function PolicyPage() {
  const { t } = useTranslation();
  const { partyId = "", policyId = "" } = useParams();
  const policy = useRead(readPolicy, { params: { partyId, policyId } });
  return (
    <Reading of={policy} lines={9}>
      {(view) => (
        <>
          <PageHead
            eyebrow={
              <>
                <StatusChip status={view.status} />
                <SampleBadge shown={view.sample} />
              </>
            }
            title={view.number}
            say={
              <>
                {view.product} · <Link to={`/terms/${view.terms}`}>{t("people.terms")}</Link>
              </>
            }
          />
          <div className={css.grid}>
            <div className={css.stack}>
              <Facts policy={view} />
              <TimeLine policy={view} />
            </div>
            <div className={css.stack}>
              <Endorsements policy={view} />
              <People policy={view} />
            </div>
          </div>
        </>
      )}
    </Reading>
  );
}
