import type { ConsumerClaim } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { type Line, useFormat } from "../shared/format/use-format.ts";
import css from "./Consumer.module.css";

interface Props {
  readonly claim: ConsumerClaim;
}

/** The facts it rests on, and who or what says so. */
export const Facts = ({ claim }: Props) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.facts")}</h2>
      <dl>
        {claim.facts.map((fact) => (
          <div key={fact.name.zh} className={css.pair} data-pair>
            <dt>{line(fact.name)}</dt>
            <dd>
              {line(fact.shows)}
              <small>{fact.source}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** Who looked at this case. */
export const Looked = ({ claim }: Props) => {
  const { t } = useTranslation();
  const { when, line } = useFormat();
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.looked")}</h2>
      {claim.looked.length === 0 ? <p className="soft">{t("people.openingsNone")}</p> : null}
      {claim.looked.map((look) => (
        <div key={`${look.at} ${look.who.zh} ${look.what.zh}`} className={css.pair} data-pair>
          <span>{line(look.who)}</span>
          <span>
            {line(look.what)}
            <small>{when(look.at)}</small>
          </span>
        </div>
      ))}
    </section>
  );
};

/** 我的权利 */
export const Rights = ({ rights }: { readonly rights: readonly Line[] }) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  if (rights.length === 0) return null;
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.tab.rights")}</h2>
      <ul className={css.rights}>
        {rights.map((right) => (
          <li key={right.zh}>{line(right)}</li>
        ))}
      </ul>
    </section>
  );
};
