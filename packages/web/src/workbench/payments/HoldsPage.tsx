import { type HoldView, listHolds } from "@goodfaith/platform/contract";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { LiftButton } from "./LiftButton.tsx";
import css from "./Payments.module.css";

const LIMIT = 25;

const useColumns = (): Column<HoldView>[] => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMay();
  return [
    {
      key: "who",
      name: t("payments.holdWho"),
      show: (row) => (
        <Link to={`/people/${row.partyId}`} className={css.quietLink}>
          {row.name}
        </Link>
      ),
    },
    { key: "reason", name: t("common.reason"), show: (row) => <span>{row.reason}</span> },
    {
      key: "placed",
      name: t("payments.holdPlaced"),
      show: (row) => (
        <span>
          {row.by}
          <span className="soft small" style={{ display: "block" }}>
            {when(row.at)}
          </span>
        </span>
      ),
    },
    {
      key: "lifted",
      name: t("payments.holdState"),
      show: (row) =>
        row.lifted ? (
          <span>
            {row.lifted.by}：{row.lifted.reason}
            <span className="soft small" style={{ display: "block" }}>
              {when(row.lifted.at)}
            </span>
          </span>
        ) : (
          <span className={css.links}>
            <Chip tone="cinnabar">{t("payments.held")}</Chip>
            {may("payments.approve") ? <LiftButton hold={row} /> : null}
          </span>
        ),
    },
  ];
};

/** 止付: those that stand, or all there ever were. */
export default function HoldsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("all") === "true" ? ({ all: "true" } as const) : {};
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listHolds, { query: { ...pages.query, ...chosen } }, { keep: true });
  const columns = useColumns();
  return (
    <>
      <ListHead
        title={t("payments.holds")}
        say={t("payments.holdsSay")}
        tools={<Link to="/payments">{t("payments.toPayments")}</Link>}
      />
      <div className={css.filters}>
        <Segmented
          aria-label={t("claims.filter")}
          value={"all" in chosen ? "all" : "standing"}
          onChange={(value) => setSearch(value === "all" ? { all: "true" } : {}, { replace: true })}
          options={[
            { value: "standing", label: t("payments.held") },
            { value: "all", label: t("claims.all") },
          ]}
        />
      </div>
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => (
          <DataTable
            caption={t("payments.holds")}
            columns={columns}
            rows={items}
            rowKey={(row) => row.holdId}
            busy={busy}
            foot={foot}
            empty={
              <Empty title={t("payments.holdsNone")}>
                <p>{t("payments.holdNone")}</p>
              </Empty>
            }
          />
        )}
      </PagedList>
    </>
  );
}
