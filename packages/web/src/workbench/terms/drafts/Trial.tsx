import { type DraftView, exportTrial, type TrialRow } from "@goodfaith/platform/contract";
import { Button, Input, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useMay } from "../../../shared/session/use-session.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { DataTable } from "../../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../../shared/ui/DownloadLink.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import { useAmount, useSaid } from "../use-amount.ts";
import css from "./Drafts.module.css";
import { type Period, type TrialState, useTrial } from "./use-trial.ts";

const DAY_MS = 86_400_000;
/** The year up to today, in days of China. */
const lastYear = (): Period => {
  const day = (ago: number): string =>
    new Date(Date.now() + 8 * 3_600_000 - ago * DAY_MS).toISOString().slice(0, 10);
  return { from: day(365), to: day(0) };
};

const Totals = ({ state: { counts } }: { readonly state: TrialState }) => {
  const { t } = useTranslation();
  const amount = useAmount();
  const figures = [
    ["policies", String(counts.policies)],
    ["outcomeChanged", String(counts.outcomeChanged)],
    ["amountChanged", String(counts.amountChanged)],
    ["cannot", String(counts.cannot)],
    ["before", amount(counts.before)],
    ["after", amount(counts.after)],
  ] as const;
  return (
    <dl className={css.totals}>
      {figures.map(([key, figure]) => (
        <div key={key}>
          <dt>{t(`drafts.trial.${key}`)}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  );
};

const Rows = ({ rows }: { readonly rows: readonly TrialRow[] }) => {
  const { t } = useTranslation();
  const said = useSaid();
  const { line } = useFormat();
  return (
    <DataTable<TrialRow>
      caption={t("drafts.trial.changed")}
      rows={rows}
      rowKey={({ caseId, policyNumber }) => `${caseId} ${policyNumber}`}
      empty={<Empty title={t("drafts.trial.nobody")} />}
      columns={[
        {
          key: "case",
          name: t("drafts.trial.case"),
          show: ({ caseId, number, nameMasked }) => (
            <div>
              <Link to={`/claims/${caseId}`}>{number}</Link> <span className="soft small">{nameMasked}</span>
            </div>
          ),
        },
        {
          key: "policy",
          name: t("drafts.trial.policy"),
          show: ({ policyNumber, terms }) => (
            <div>
              {policyNumber} <span className="soft small">{terms}</span>
            </div>
          ),
        },
        {
          key: "before",
          name: t("drafts.trial.decided"),
          show: ({ before }) => (before ? said(before) : "—"),
        },
        {
          key: "after",
          name: t("drafts.trial.draft"),
          show: ({ after, cannot }) => (
            <div>
              {after ? said(after) : "—"}
              {after?.reasons.map((reason) => (
                <span key={reason} className="soft small">
                  {" "}
                  {reason}
                </span>
              ))}
              {after && after.asks.length > 0 ? (
                <span className="soft small">
                  {" "}
                  {t("drafts.trial.asks", { facts: after.asks.join("、") })}
                </span>
              ) : null}
              {cannot ? <span className="soft small"> {line(cannot)}</span> : null}
            </div>
          ),
        },
      ]}
    />
  );
};

const Answer = ({
  view,
  period,
  state,
}: {
  readonly view: DraftView;
  readonly period: Period;
  readonly state: TrialState;
}) => {
  const { t } = useTranslation();
  const may = useMay();
  if (state.status === "idle") return null;
  const { total, counts, rows } = state;
  if (state.status === "done" && total === 0)
    return <Empty title={t("drafts.trial.noCases")}>{t("drafts.trial.noCasesWhy")}</Empty>;
  return (
    <Card
      title={t("drafts.trial.answer")}
      aside={
        may("claims.read") && state.status === "done" ? (
          <DownloadLink
            op={exportTrial}
            params={{ draftId: view.draftId }}
            query={{ ...period, version: String(view.version) }}
          >
            {t("drafts.trial.csv")}
          </DownloadLink>
        ) : null
      }
    >
      <div aria-live="polite">
        <Progress
          aria-label={t("drafts.trial.progress")}
          percent={total === 0 ? 0 : Math.round((counts.cases / total) * 100)}
          status={state.status === "running" ? "active" : "normal"}
        />
        <p className="soft small">{t("drafts.trial.done", { done: counts.cases, total })}</p>
      </div>
      <Totals state={state} />
      {rows === null ? <p className={css.said}>{t("drafts.trial.countsOnly")}</p> : null}
      {rows !== null && state.status !== "running" ? <Rows rows={rows} /> : null}
    </Card>
  );
};

/** 试算: the draft on the institution's past cases; whom it would change, and by how much. */
export const Trial = ({ view }: { readonly view: DraftView }) => {
  const { t } = useTranslation();
  const [period, setPeriod] = useState(lastYear);
  const [ran, setRan] = useState(period);
  const trial = useTrial(view);
  const { status, error } = trial.state;
  return (
    <div className={css.stack}>
      <Card title={t("drafts.trial.title")}>
        <p>{t("drafts.trial.say")}</p>
        <div className={css.period}>
          {(["from", "to"] as const).map((end) => (
            <label key={end} htmlFor={`trial-${end}`}>
              {t(`drafts.trial.${end}`)}
              <Input
                id={`trial-${end}`}
                type="date"
                value={period[end]}
                onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
              />
            </label>
          ))}
          {status === "running" ? (
            <Button onClick={trial.stop}>{t("drafts.trial.stop")}</Button>
          ) : (
            <Button
              type="primary"
              disabled={period.from === "" || period.to === "" || period.from > period.to}
              onClick={() => {
                setRan(period);
                void trial.start(period);
              }}
            >
              {t("drafts.trial.start")}
            </Button>
          )}
        </div>
        {error ? <ProblemNote error={error} /> : null}
      </Card>
      <Answer view={view} period={ran} state={trial.state} />
    </div>
  );
};
