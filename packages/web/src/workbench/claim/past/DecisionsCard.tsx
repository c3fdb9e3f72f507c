import { type ClaimView, listDecisions, type PastDecision } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../../shared/api/hooks.ts";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Reading } from "../../../shared/ui/Reading.tsx";
import { Compared } from "./Compared.tsx";
import { FindingLine } from "./FindingLine.tsx";
import css from "./Past.module.css";
import { Replay } from "./Replay.tsx";
import { useRange } from "./use-range.ts";

const short = (digest: string): string => digest.replace(/^sha256:/, "").slice(0, 12);

/** By which editions, each once; its digest in full for whoever hovers or reads aloud. */
const Editions = ({ decision }: { readonly decision: PastDecision }) => {
  const made = [...decision.policies, decision.payment];
  const editions = new Map(made.map(({ terms, edition }) => [`${terms} ${edition}`, { terms, edition }]));
  return (
    <ul className={css.editions}>
      {[...editions.values()].map(({ terms, edition }) => (
        <li key={edition}>
          {terms} <code title={edition}>{short(edition)}</code>
        </li>
      ))}
    </ul>
  );
};

interface RowProps {
  readonly caseId: string;
  readonly decision: PastDecision;
}

const Row = ({ caseId, decision }: RowProps) => {
  const { t } = useTranslation();
  const { line, when } = useFormat();
  const range = useRange();
  const [open, setOpen] = useState(false);
  const id = useId();
  const gone = decision.findings.filter(({ fate }) => fate !== "stands").length;
  return (
    <li className={css.decision}>
      <div className={css.head}>
        <b className="num">{range(decision.payable)}</b>
        <span className="soft small">
          {decision.by} · {when(decision.at)}
        </span>
      </div>
      <p className="small">
        {decision.because.length === 0
          ? t("past.records")
          : decision.because.map((one) => line(one)).join(t("past.and"))}
      </p>
      <Editions decision={decision} />
      <details className={css.findings}>
        <summary>
          {t("past.findings", { count: decision.findings.length })}
          {gone > 0 ? ` · ${t("past.gone", { count: gone })}` : ""}
        </summary>
        <ul>
          {decision.findings.map((finding) => (
            <FindingLine key={finding.findingId} finding={finding} />
          ))}
        </ul>
      </details>
      <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(open ? "past.fold" : "past.compare")}
        <span className="visually-hidden">{when(decision.at)}</span>
      </Button>
      <div id={id} hidden={!open}>
        {open ? <Compared caseId={caseId} version={decision.version} /> : null}
      </div>
    </li>
  );
};

/** 历次决定: when, by which edition, on which findings; each made again, and compared with what is known now. */
export const DecisionsCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { caseId } = claim;
  const list = useRead(listDecisions, { params: { caseId } }, { enabled: open, keep: true });
  return (
    <Card title={t("past.title")} aside={<Replay caseId={caseId} />}>
      {open ? (
        <Reading of={list}>
          {({ items }) => (
            <ol>
              {[...items].reverse().map((decision) => (
                <Row key={decision.version} caseId={caseId} decision={decision} />
              ))}
            </ol>
          )}
        </Reading>
      ) : (
        <Button onClick={() => setOpen(true)}>{t("past.open")}</Button>
      )}
    </Card>
  );
};
