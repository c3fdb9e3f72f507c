import { Button, Checkbox, Input, Radio } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { fromLocalInput, instant, toLocalInput } from "../../shared/format/time.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import type { Party } from "../person/PersonPage.tsx";
import { insuredCovers, isInForce } from "./covers.ts";
import css from "./Report.module.css";
import { type Report, useReport } from "./use-report.ts";

const EVENTS = ["death", "illness", "accident"] as const;
type EventKind = (typeof EVENTS)[number];

/** Now in China, to the minute, for a field of type datetime-local. */
const nowLocal = (): string => toLocalInput(new Date().toISOString()).slice(0, 16);

const useDraft = (party: Party) => {
  const [eventKind, setEvent] = useState<EventKind | null>(null);
  const [policies, setPolicies] = useState<readonly string[]>(() =>
    insuredCovers(party)
      .filter(isInForce)
      .map(({ policyId }) => policyId),
  );
  const [at, setAt] = useState(nowLocal);
  const [source, setSource] = useState("");
  const timeWrong = at === "" || instant(fromLocalInput(at)) === null || at.slice(0, 16) > nowLocal();
  const ready = eventKind !== null && policies.length > 0 && !timeWrong && source.trim() !== "";
  const report: Report | null = ready
    ? {
        partyId: party.partyId,
        eventKind,
        reportedAt: fromLocalInput(at),
        policies: [...policies],
        source: source.trim(),
      }
    : null;
  return { eventKind, setEvent, policies, setPolicies, at, setAt, source, setSource, timeWrong, report };
};

type Draft = ReturnType<typeof useDraft>;

const Policies = ({ party, draft }: { readonly party: Party; readonly draft: Draft }) => {
  const { t } = useTranslation();
  const none = draft.policies.length === 0;
  return (
    <fieldset>
      <legend>{t("report.policies")}</legend>
      <Checkbox.Group
        className={css.policies ?? ""}
        value={[...draft.policies]}
        onChange={(chosen) => draft.setPolicies(chosen.map(String))}
      >
        {insuredCovers(party).map((cover) => (
          <Checkbox key={cover.policyId} value={cover.policyId}>
            {cover.product} <Chip>{cover.status}</Chip>
            <small className="num">{cover.number}</small>
          </Checkbox>
        ))}
      </Checkbox.Group>
      <p className={`${css.help} ${none ? css.wrong : ""}`} aria-live="polite">
        {none ? t("report.policiesLeast") : t("report.policiesHelp")}
      </p>
    </fieldset>
  );
};

const WhenAndWho = ({ draft }: { readonly draft: Draft }) => {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <label className={css.name} htmlFor="report-at">
          {t("report.reportedAt")}
        </label>
        <Input
          id="report-at"
          type="datetime-local"
          style={{ maxWidth: 280 }}
          aria-describedby="report-at-help"
          value={draft.at}
          {...(draft.timeWrong ? { status: "error" as const } : {})}
          onChange={(event) => draft.setAt(event.target.value)}
        />
        <p id="report-at-help" className={`${css.help} ${draft.timeWrong ? css.wrong : ""}`}>
          {draft.timeWrong ? t("report.reportedAtWrong") : t("report.reportedAtHelp")}
        </p>
      </div>
      <div>
        <label className={css.name} htmlFor="report-source">
          {t("report.source")}
        </label>
        <Input
          id="report-source"
          maxLength={200}
          aria-describedby="report-source-help"
          autoComplete="off"
          value={draft.source}
          onChange={(event) => draft.setSource(event.target.value)}
        />
        <p id="report-source-help" className={css.help}>
          {t("report.sourceHelp")}
        </p>
      </div>
    </>
  );
};

/** What happened, over which policies, when it was reported and by whom. */
export const ReportForm = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const draft = useDraft(party);
  const send = useReport();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.report && !send.isPending) send.mutate(draft.report);
  };
  return (
    <Card>
      <form className={css.form} onSubmit={submit}>
        <fieldset>
          <legend>{t("report.event")}</legend>
          <Radio.Group
            aria-label={t("report.event")}
            value={draft.eventKind}
            onChange={(event) =>
              draft.setEvent(EVENTS.find((kind) => kind === String(event.target.value)) ?? null)
            }
            options={EVENTS.map((value) => ({ value, label: t(`report.events.${value}`) }))}
          />
        </fieldset>
        <Policies party={party} draft={draft} />
        <WhenAndWho draft={draft} />
        {send.error ? <ProblemNote error={send.error} kept /> : null}
        <div>
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            disabled={!draft.report}
            loading={send.isPending}
          >
            {t("report.submit")}
          </Button>
        </div>
      </form>
    </Card>
  );
};
