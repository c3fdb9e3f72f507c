import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import css from "./Facts.module.css";
import { useFactWords } from "./fact-words.ts";
import type { Fact } from "./facts-of.ts";
import type { Withdrawing } from "./WithdrawDialog.tsx";

interface FactRowProps {
  readonly claim: ClaimView;
  readonly fact: Fact;
  readonly marked: boolean;
  /** Sources that stand in full further up. */
  readonly seen?: ReadonlySet<string>;
  readonly onEnter: (fact: string) => void;
  readonly onWithdraw: (what: Withdrawing) => void;
}

interface SourceProps extends Pick<FactRowProps, "claim" | "onWithdraw"> {
  readonly source: Fact["sources"][number];
  readonly type: string;
  /** The same words stand in full further up: here their beginning is enough. */
  readonly brief: boolean;
}

const briefly = (label: string): string => label.split(/[：:]/)[0] ?? label;

/** Who or what says so, where in the file, and when it was recorded. */
const SourceLine = ({ claim, source, type, brief, onWithdraw }: SourceProps) => {
  const { t } = useTranslation();
  const { when, shortDay } = useFormat();
  const may = useMay();
  const finding = claim.findings.find(({ findingId }) => findingId === source.findingId);
  const words = useFactWords();
  const bound = finding ? words.bound(finding, type) : null;
  return (
    <li className={css.source}>
      {bound ? <span className={css.found}>{bound}</span> : null}
      <span title={source.at ? when(source.at) : undefined}>
        {[brief ? briefly(source.label) : source.label, source.by, source.at ? shortDay(source.at) : null]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {finding && !finding.withdrawn && may("claims.handle") ? (
        <button
          type="button"
          onClick={() =>
            onWithdraw({ kind: "finding", id: finding.findingId, shows: `${finding.fact}：${finding.shows}` })
          }
          aria-label={t("claim.withdrawFinding", { what: `${finding.fact} ${finding.shows}` })}
        >
          {t("claim.withdraw")}
        </button>
      ) : null}
      {source.locator ? <span className={css.locator}>{source.locator}</span> : null}
    </li>
  );
};

const NONE: ReadonlySet<string> = new Set();

/** Amber only where the answer still matters. */
const toneOf = (fact: Fact): string => (fact.asked || fact.state === "unknown" ? (css.open ?? "") : "");

/** One fact: its value or its bounds, and its sources beneath. */
export const FactRow = ({ claim, fact, marked, seen = NONE, onEnter, onWithdraw }: FactRowProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const words = useFactWords();
  return (
    <div className={`${css.fact} ${toneOf(fact)} ${marked ? css.marked : ""}`}>
      <span className={css.name}>{fact.name}</span>
      <div>
        <div className={css.value}>
          <b>{words.fact(fact)}</b>
          {may("claims.handle") && fact.type !== "list" ? (
            <button
              type="button"
              className={css.enter}
              onClick={() => onEnter(fact.name)}
              aria-label={t("claim.enterFact", { fact: fact.name })}
            >
              {t("claim.enter")}
            </button>
          ) : null}
        </div>
        {fact.state === "unknown" && fact.ask ? <p className={css.source}>{fact.ask}</p> : null}
        <ul>
          {fact.sources.map((source, at) => (
            <SourceLine
              key={source.findingId ?? `${source.kind} ${source.label} ${source.at}`}
              claim={claim}
              source={source}
              type={fact.type}
              brief={
                seen.has(source.label) || fact.sources.findIndex(({ label }) => label === source.label) < at
              }
              onWithdraw={onWithdraw}
            />
          ))}
        </ul>
      </div>
    </div>
  );
};
