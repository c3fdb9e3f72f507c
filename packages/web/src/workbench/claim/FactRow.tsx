import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import css from "./Facts.module.css";
import { useFactWords } from "./fact-words.ts";
import type { Fact } from "./facts-of.ts";
import { useMayOn } from "./use-claim.ts";
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

/** The bound that a label repeats is said above it already. */
export const baseLabel = (label: string): string => label.replace(/[：:]\s*不[早晚]于.*$/, "");
const briefly = (label: string): string => label.split(/[：:]/)[0] ?? label;

/** Who or what says so, where in the file, and when it was recorded. */
const SourceLine = ({ claim, source, type, brief, onWithdraw }: SourceProps) => {
  const { t } = useTranslation();
  const { when, shortDay } = useFormat();
  const may = useMayOn(claim);
  const finding = claim.findings.find(({ findingId }) => findingId === source.findingId);
  const words = useFactWords();
  const bound = finding ? words.bound(finding, type) : null;
  return (
    <li className={css.source}>
      {bound ? <span className={css.found}>{bound}</span> : null}
      <span>
        {[brief ? briefly(source.label) : baseLabel(source.label), source.by].filter(Boolean).join(" · ")}
        {source.at ? (
          <>
            {" · "}
            <span className="num" title={when(source.at)}>
              {shortDay(source.at)}
            </span>
          </>
        ) : null}
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

/** The bounds that hold come before those that better evidence has overtaken. */
const tightestFirst = (claim: ClaimView, fact: Fact): Fact["sources"] => {
  const bounds = JSON.stringify(fact.value);
  const holds = (findingId: string | null): boolean => {
    const finding = claim.findings.find((each) => each.findingId === findingId);
    return finding === undefined || bounds.includes(String(finding.value));
  };
  return [...fact.sources].sort((a, b) => Number(holds(b.findingId)) - Number(holds(a.findingId)));
};

/** One fact: its value or its bounds, and its sources beneath. */
export const FactRow = ({ claim, fact, marked, seen = NONE, onEnter, onWithdraw }: FactRowProps) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  const words = useFactWords();
  const sources = tightestFirst(claim, fact);
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
          {sources.map((source, at) => (
            <SourceLine
              key={source.findingId ?? `${source.kind} ${source.label} ${source.at}`}
              claim={claim}
              source={source}
              type={fact.type}
              brief={
                seen.has(baseLabel(source.label)) ||
                sources.slice(0, at).some(({ label }) => baseLabel(label) === baseLabel(source.label))
              }
              onWithdraw={onWithdraw}
            />
          ))}
        </ul>
      </div>
    </div>
  );
};
