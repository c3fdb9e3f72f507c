import { downloadBatch, readBatch } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { fromCents, toCents } from "../../shared/format/money.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { AnswersTable } from "./AnswersTable.tsx";
import { BankResult } from "./BankResult.tsx";
import css from "./Payments.module.css";
import { PaymentsTable } from "./PaymentsTable.tsx";

type Batch = z.output<Extract<(typeof readBatch)["output"], z.ZodType>>;

const minus = (a: string, ...others: readonly string[]): string =>
  fromCents(others.reduce((rest, other) => rest - (toCents(other) ?? 0n), toCents(a) ?? 0n));

/** 对账: what was sent, what arrived, what came back; the rest is still with the bank. */
const Reconciled = ({ batch }: { readonly batch: Batch }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const open = batch.count - batch.settled - batch.returned;
  const lines = [
    { name: t("payments.recon.sent"), count: batch.count, amount: batch.total },
    { name: t("payments.recon.settled"), count: batch.settled, amount: batch.settledTotal },
    { name: t("payments.recon.returned"), count: batch.returned, amount: batch.returnedTotal },
    {
      name: t("payments.recon.open"),
      count: open,
      amount: minus(batch.total, batch.settledTotal, batch.returnedTotal),
    },
  ];
  return (
    <Card
      title={t("payments.recon.title")}
      aside={
        <Chip tone={open > 0 ? "amber" : "pine"}>
          {open > 0 ? t("payments.waiting", { count: open }) : t("payments.answered")}
        </Chip>
      }
    >
      <table className={css.ledger}>
        <thead>
          <tr>
            <th scope="col">{t("payments.recon.item")}</th>
            <th scope="col" className={css.r}>
              {t("payments.recon.count")}
            </th>
            <th scope="col" className={css.r}>
              {t("payments.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, count, amount }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className={`${css.r} num`}>{count}</td>
              <td className={`${css.r} num`}>{yuan(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};

const Files = ({ batch }: { readonly batch: Batch }) => {
  const { t } = useTranslation();
  return (
    <Card title={t("payments.files")}>
      <div className={css.decide}>
        <div className={css.links}>
          {batch.formats.map((format) => (
            <DownloadLink
              key={format.id}
              op={downloadBatch}
              params={{ batchId: batch.batchId }}
              query={{ format: format.id }}
            >
              {format.name}
            </DownloadLink>
          ))}
        </div>
        <BankResult batchId={batch.batchId} />
      </div>
    </Card>
  );
};

/** One batch: its orders, the files that went out, the bank's answers, and whether everything is accounted for. */
export default function BatchPage() {
  const { t } = useTranslation();
  const { when } = useFormat();
  const staff = useStaff();
  const may = useMay();
  const { batchId = "" } = useParams();
  const read = useRead(readBatch, { params: { batchId } });
  return (
    <Reading of={read}>
      {(batch) => (
        <>
          <PageHead
            eyebrow={<SampleBadge shown={staff?.institution.sample} />}
            title={t("payments.batchTitle", { number: batch.number })}
            say={`${batch.bank} · ${batch.createdBy} · ${when(batch.createdAt)}`}
            tools={<Link to="/payments#batches">{t("payments.toPayments")}</Link>}
          />
          <div className={css.grid}>
            <div className={css.stack}>
              <PaymentsTable rows={batch.payments} busy={false} foot={null} />
              <h2 className={css.section}>{t("payments.answers")}</h2>
              <AnswersTable rows={batch.answers} busy={false} />
            </div>
            <div className={css.stack}>
              <Reconciled batch={batch} />
              {may("payments.send") ? <Files batch={batch} /> : null}
            </div>
          </div>
        </>
      )}
    </Reading>
  );
}
