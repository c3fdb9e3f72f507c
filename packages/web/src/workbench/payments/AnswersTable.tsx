import type { AnswerView } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import css from "./Payments.module.css";

const MOST_UNKNOWN_SHOWN = 20;

const Unknown = ({ answer }: { readonly answer: AnswerView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  if (answer.unknown.length === 0) return <span className="soft">{t("payments.unknownNone")}</span>;
  const left = answer.unknown.length - MOST_UNKNOWN_SHOWN;
  return (
    <details>
      <summary>{t("payments.unknownCount", { count: answer.unknown.length })}</summary>
      <ul className={css.unknown}>
        {answer.unknown.slice(0, MOST_UNKNOWN_SHOWN).map(({ row, reference, amount, outcome }) => (
          <li key={`${row} ${reference}`} className="small">
            <span className="num">{reference || t("payments.noReference")}</span>
            <span className="soft">
              {amount === null ? "" : ` ${yuan(amount)}`} {t(`payments.outcome.${outcome}`)}
            </span>
          </li>
        ))}
        {left > 0 ? <li className="soft small">{t("payments.unknownMore", { count: left })}</li> : null}
      </ul>
    </details>
  );
};

const useColumns = (): Column<AnswerView>[] => {
  const { t } = useTranslation();
  const { when } = useFormat();
  return [
    {
      key: "file",
      name: t("payments.answerFile"),
      show: (row) => (
        <div>
          <b className={css.filename}>{row.filename}</b>
          <div className="soft small">
            {row.format.toUpperCase()}
            {row.messageId ? ` · ${row.messageId}` : ""}
            {row.batchId ? (
              <>
                {" · "}
                <Link to={`/payments/batches/${row.batchId}`} className={css.quietLink}>
                  {t("payments.toBatches")}
                </Link>
              </>
            ) : null}
          </div>
        </div>
      ),
    },
    {
      key: "said",
      name: t("payments.answerSaid"),
      show: ({ settled, returned, pending }) => (
        <span>{t("payments.answerCounts", { settled, returned, pending })}</span>
      ),
    },
    {
      key: "changed",
      name: t("payments.answerChanged"),
      right: true,
      show: (row) => <span className="num">{row.changed}</span>,
    },
    { key: "unknown", name: t("payments.unknown"), show: (row) => <Unknown answer={row} /> },
    {
      key: "read",
      name: t("payments.answerRead"),
      show: (row) => (
        <span>
          {row.readBy}
          <span className="soft small" style={{ display: "block" }}>
            {when(row.readAt)}
          </span>
        </span>
      ),
    },
  ];
};

interface AnswersTableProps {
  readonly rows: readonly AnswerView[];
  readonly busy: boolean;
  readonly foot?: ReactNode;
}

/** 银行答复: each file that was read, what it said and changed, and what in it is not ours. */
export const AnswersTable = ({ rows, busy, foot }: AnswersTableProps) => {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("payments.answers")}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.answerId}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("payments.answersNone")}>
          <p>{t("payments.answersNoneSay")}</p>
        </Empty>
      }
    />
  );
};
