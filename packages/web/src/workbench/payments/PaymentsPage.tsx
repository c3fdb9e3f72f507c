import { exportPayments, listPayments, PaymentStatus } from "@goodfaith/platform/contract";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { Batches } from "./Batches.tsx";
import { MakeBatch } from "./MakeBatch.tsx";
import css from "./Payments.module.css";
import { PaymentsTable } from "./PaymentsTable.tsx";

const LIMIT = 25;

const Statuses = ({
  status,
  onStatus,
}: {
  readonly status: PaymentStatus | undefined;
  readonly onStatus: (status: string) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Segmented
        aria-label={t("claims.filter")}
        value={status ?? "all"}
        onChange={(value) => onStatus(value)}
        options={[
          { value: "all", label: t("claims.all") },
          ...PaymentStatus.options.map((value) => ({ value, label: t(`payments.status.${value}`) })),
        ]}
      />
    </div>
  );
};

/** 付款: orders by their state, the next batch, and the batches that went to the bank. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const status = PaymentStatus.safeParse(search.get("status")).data;
  const pages = usePages(status ?? "");
  const query = {
    limit: LIMIT,
    ...(status ? { status } : {}),
    ...(pages.cursor ? { cursor: pages.cursor } : {}),
  };
  const list = useRead(listPayments, { query }, { keep: true });
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("payments.title")}
        say={t("payments.say")}
        tools={
          <DownloadLink op={exportPayments} query={{ status }}>
            {t("common.export")}
          </DownloadLink>
        }
      />
      {may("payments.send") ? <MakeBatch /> : null}
      <Statuses
        status={status}
        onStatus={(value) => setSearch(value === "all" ? {} : { status: value }, { replace: true })}
      />
      <Reading of={list}>
        {({ items, next, total }) => (
          <PaymentsTable
            rows={items}
            busy={list.isPlaceholderData}
            foot={
              <Pager
                from={pages.from(LIMIT)}
                count={items.length}
                total={total}
                onBack={pages.back}
                onNext={pages.forward(next)}
              />
            }
          />
        )}
      </Reading>
      <Batches />
    </>
  );
}
