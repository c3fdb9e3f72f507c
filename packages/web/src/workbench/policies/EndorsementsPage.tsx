import { InstructionStatus, type InstructionView, listInstructions } from "@goodfaith/platform/contract";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { InstructionActs } from "./InstructionActs.tsx";
import css from "./Policies.module.css";
import { InstructionChip } from "./StatusChip.tsx";

const LIMIT = 25;

const useColumns = (): Column<InstructionView>[] => {
  const { t } = useTranslation();
  const { line, when } = useFormat();
  return [
    { key: "what", name: t("policies.what"), show: (row) => <span>{line(row)}</span> },
    {
      key: "policy",
      name: t("policies.number"),
      show: (row) =>
        row.policyId ? (
          <Link className="num" to={`/policies/${row.partyId}/${row.policyId}`}>
            {row.policyNumber}
          </Link>
        ) : (
          <span>—</span>
        ),
    },
    {
      key: "who",
      name: t("policies.insured"),
      show: (row) => <Link to={`/people/${row.partyId}`}>{row.name}</Link>,
    },
    { key: "by", name: t("policies.by"), show: (row) => <span>{row.by}</span> },
    { key: "at", name: t("policies.at"), show: (row) => <span className="num">{when(row.at)}</span> },
    {
      key: "status",
      name: t("policies.status"),
      show: (row) => (
        <span>
          <InstructionChip status={row.status} />
          {row.contradicted ? <small>{t("policies.contradicted")}</small> : null}
          <InstructionActs instruction={row} />
        </span>
      ),
    },
  ];
};

/** 批单与核心指令: what was asked of the core system, and how far it is. */
export default function EndorsementsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = InstructionStatus.safeParse(search.get("status")).data;
  const chosen = status ? { status } : {};
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listInstructions, { query: { ...pages.query, ...chosen } }, { keep: true });
  const columns = useColumns();
  return (
    <>
      <ListHead title={t("policies.endorsements")} say={t("policies.endorsementsSay")} />
      <search className={css.filters}>
        <Select
          aria-label={t("policies.status")}
          value={status ?? ""}
          onChange={(value) => setSearch(value ? { status: value } : {}, { replace: true })}
          options={[
            { value: "", label: t("policies.everyStatus") },
            ...InstructionStatus.options.map((value) => ({
              value,
              label: t(`policies.instruction.${value}`),
            })),
          ]}
        />
      </search>
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => (
          <DataTable
            caption={t("policies.endorsements")}
            columns={columns}
            rows={items}
            rowKey={(row) => row.instructionId}
            busy={busy}
            foot={foot}
            empty={
              <Empty title={t("policies.noEndorsement")}>
                <p>{t("policies.noEndorsementSay")}</p>
              </Empty>
            }
          />
        )}
      </PagedList>
    </>
  );
}
