import { type BatchView, listBatches } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Payments.module.css";

type Batch = z.infer<typeof BatchView>;
const LIMIT = 12;

const BatchCard = ({ batch }: { readonly batch: Batch }) => {
  const { t } = useTranslation();
  const { yuan, when } = useFormat();
  const waiting = batch.count - batch.settled - batch.returned;
  return (
    <Card label={batch.number}>
      <div className={css.batch}>
        <div className={css.batchHead}>
          <div>
            <b className="num">
              {yuan(batch.total)} {t("common.yuan")}
            </b>
            <div className="soft small">
              {batch.number} · {batch.bank} · {t("payments.count", { count: batch.count })}
              <br />
              {batch.createdBy} · {when(batch.createdAt)}
            </div>
          </div>
          <Chip tone={waiting > 0 ? "amber" : "pine"}>
            {waiting > 0 ? t("payments.waiting", { count: waiting }) : t("payments.answered")}
          </Chip>
        </div>
        {batch.settled + batch.returned > 0 ? (
          <div className="soft small">
            {t("payments.result", { settled: batch.settled, returned: batch.returned })}
          </div>
        ) : null}
        <Link to={`/payments/batches/${batch.batchId}`}>{t("payments.openBatch")}</Link>
      </div>
    </Card>
  );
};

/** 付款批次: each bank file, and the bank's answer to it. */
export const Batches = () => {
  const { t } = useTranslation();
  const pages = usePages(LIMIT);
  const list = useRead(listBatches, { query: pages.query }, { keep: true });
  const { data } = list;
  if (!data || data.total === 0) return null;
  return (
    <section aria-labelledby="batches">
      <h2 id="batches" className={css.section}>
        {t("payments.batches")}
      </h2>
      <div className={css.batches}>
        {data.items.map((batch) => (
          <BatchCard key={batch.batchId} batch={batch} />
        ))}
      </div>
      {pages.back || data.next ? (
        <Pager
          from={pages.from}
          count={data.items.length}
          total={data.total}
          onBack={pages.back}
          onNext={pages.forward(data.next)}
        />
      ) : null}
    </section>
  );
};
