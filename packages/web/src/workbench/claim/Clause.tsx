import type { ClaimView } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { yuanShort } from "../../shared/format/money.ts";
import { Lamp } from "../../shared/ui/Lamp.tsx";
import css from "./Policy.module.css";

type ClauseView = ClaimView["policies"][number]["clauses"][number];

/** Five digits and more: an amount; a year or a day is left alone. */
const AMOUNT = /((?<![\d.])\d{5,}(?:\.\d+)?)/;

/** The figures in a line of explanation, set apart from its words. */
const Figures = ({ text }: { readonly text: string }) => {
  const seen = new Map<string, number>();
  return text.split(AMOUNT).map((part) => {
    const nth = (seen.get(part) ?? 0) + 1;
    seen.set(part, nth);
    return AMOUNT.test(part) ? (
      <em key={`${part} ${nth}`} className="num">
        {yuanShort(part)}
      </em>
    ) : (
      part
    );
  });
};

/** The wording people signed, its lamp, and what it comes to with the figures in place. */
export const Clause = ({
  clause,
  children,
}: {
  readonly clause: ClauseView;
  readonly children?: ReactNode;
}) => {
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
        {children}
      </div>
    </article>
  );
};
