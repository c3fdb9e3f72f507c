import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import type { Segment } from "./engine.ts";
import css from "./Terms.module.css";
import { useAmount } from "./use-amount.ts";
import type { Sandbox } from "./use-document.ts";

const MOST_LINES = 12;

const useWords = () => {
  const { t } = useTranslation();
  const { yuan, when } = useFormat();
  const value = (type: string, text: string): string =>
    type === "date" || type === "date and time" ? when(text) : type === "money" ? yuan(text) : text;
  const range = (type: string, { from, to }: Segment): string => {
    if (from === null && to === null) return t("terms.anything");
    if (from === null) return t("terms.upTo", { to: value(type, to ?? "") });
    if (to === null) return t("terms.fromOn", { from: value(type, from) });
    return from === to
      ? value(type, from)
      : t("terms.range", { from: value(type, from), to: value(type, to) });
  };
  const payable = useAmount();
  const amount = (segment: Segment): string => payable(segment.payable);
  return { range, amount };
};

/** 什么会改变它: along each fact still open, where the answer turns. */
export const Changes = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t } = useTranslation();
  const { range, amount } = useWords();
  const { changes } = sandbox.outcome;
  if (changes.length === 0) return null;
  return (
    <Card title={t("terms.changes")}>
      {changes.map(({ fact, type, segments }) => (
        <div key={fact} className={css.change}>
          <b>{fact}</b>
          <ul>
            {segments.slice(0, MOST_LINES).map((segment) => (
              <li key={`${segment.from} ${segment.to}`}>
                <span>{range(type, segment)}</span>
                <b className="num">
                  {segment.outcome === "decline" ? t("claim.outcome.decline") : amount(segment)}
                </b>
              </li>
            ))}
          </ul>
          {segments.length > MOST_LINES ? (
            <p className="soft small">{t("terms.moreTurns", { count: segments.length - MOST_LINES })}</p>
          ) : null}
        </div>
      ))}
    </Card>
  );
};
