import type { ClaimView } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { yuanShort } from "../../shared/format/money.ts";
import { Figures } from "../../shared/ui/Figures.tsx";
import { Lamp } from "../../shared/ui/Lamp.tsx";
import css from "./Policy.module.css";

type Benefit = ClaimView["policies"][number]["decision"]["benefits"][number];
type ClauseView = ClaimView["policies"][number]["clauses"][number];

interface ClauseProps {
  readonly clause: ClauseView;
  /** What the clause's own benefits come to. */
  readonly benefits?: readonly Benefit[];
  readonly children?: ReactNode;
}

const Amounts = ({ benefits }: { readonly benefits: readonly Benefit[] }) => {
  const { t } = useTranslation();
  return benefits.map(({ name, least, most }) => (
    <p key={name} className={css.benefit}>
      {name}{" "}
      <b className="num">
        {least === most
          ? yuanShort(least)
          : `${yuanShort(least)} – ${most === null ? t("money.endless") : yuanShort(most)}`}
      </b>
    </p>
  ));
};

/** The wording people signed, its lamp, and what it comes to with the figures in place. */
export const Clause = ({ clause, benefits = [], children }: ClauseProps) => {
  const { t } = useTranslation();
  return (
    <article className={`${css.clause} ${clause.lamp === "off" ? css.off : ""}`}>
      <Lamp state={clause.lamp} label={t(`claim.lamp.${clause.lamp}`)} />
      <div>
        <p className={`quote ${css.wording}`}>
          <b>{clause.id}</b>
          {clause.text}
        </p>
        {clause.shows ? (
          <p className={css.shows}>
            <Figures text={clause.shows} />
          </p>
        ) : null}
        <Amounts benefits={benefits.filter(({ name }) => !clause.shows.includes(name))} />
        {children}
      </div>
    </article>
  );
};
