import { listBranches, listStaff, Role, type StaffMember } from "@goodfaith/platform/contract";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Access.module.css";
import { StaffDialog } from "./StaffDialog.tsx";
import { StaffTools } from "./StaffTools.tsx";

const LIMIT = 30;
const ALL = "all";
interface Filter {
  readonly q?: string;
  readonly role?: Role;
  readonly branchId?: string;
  readonly ended?: "no" | "yes" | "all";
}

const Filters = ({
  filter,
  onFilter,
}: {
  readonly filter: Filter;
  readonly onFilter: (next: Filter) => void;
}) => {
  const { t } = useTranslation();
  const branches = useRead(listBranches, {}).data?.items ?? [];
  const { role: _role, branchId: _branch, ...rest } = filter;
  return (
    <search className={css.filters}>
      <Input.Search
        allowClear
        aria-label={t("access.staff.find")}
        placeholder={t("access.staff.find")}
        onSearch={(q) => onFilter({ ...filter, q: q.trim() })}
      />
      <Select<Role | typeof ALL>
        aria-label={t("access.staff.roles")}
        value={filter.role ?? ALL}
        onChange={(role) =>
          onFilter({
            ...rest,
            ...(filter.branchId ? { branchId: filter.branchId } : {}),
            ...(role === ALL ? {} : { role }),
          })
        }
        options={[
          { value: ALL, label: t("access.staff.allRoles") },
          ...Role.options.map((value) => ({ value, label: t(`shell.roles.${value}`) })),
        ]}
      />
      <Select
        aria-label={t("access.staff.branch")}
        value={filter.branchId ?? ALL}
        onChange={(branchId) =>
          onFilter({
            ...rest,
            ...(filter.role ? { role: filter.role } : {}),
            ...(branchId === ALL ? {} : { branchId }),
          })
        }
        options={[
          { value: ALL, label: t("access.staff.allBranches") },
          ...branches.map(({ branchId, name }) => ({ value: branchId, label: name })),
        ]}
      />
      <Select<"no" | "yes" | "all">
        aria-label={t("access.staff.state")}
        value={filter.ended ?? "no"}
        onChange={(ended) => onFilter({ ...filter, ended })}
        options={(["no", "yes", "all"] as const).map((value) => ({
          value,
          label: t(`access.staff.ended.${value}`),
        }))}
      />
    </search>
  );
};

const Name = ({ row }: { readonly row: StaffMember }) => {
  const { t } = useTranslation();
  return (
    <span className={css.stack}>
      <span>
        {row.name} {row.endedAt ? <Chip tone="cinnabar">{t("access.staff.gone")}</Chip> : null}
      </span>
      <small className="soft">{row.login}</small>
    </span>
  );
};

/** 工作人员: the list, and what the administrator does about each. */
export const StaffList = () => {
  const { t } = useTranslation();
  const { yuanFull } = useFormat();
  const [filter, setFilter] = useState<Filter>({});
  const [adding, setAdding] = useState(false);
  const pages = usePages(LIMIT, filter);
  const list = useRead(listStaff, { query: { ...pages.query, ...filter } }, { keep: true });
  const columns: Column<StaffMember>[] = [
    { key: "name", name: t("access.staff.name"), show: (row) => <Name row={row} /> },
    {
      key: "roles",
      name: t("access.staff.roles"),
      show: (row) => row.roles.map((role) => t(`shell.roles.${role}`)).join("、"),
    },
    { key: "branch", name: t("access.staff.branch"), show: (row) => row.branch ?? "—" },
    {
      key: "limit",
      name: t("access.staff.limit"),
      right: true,
      show: (row) => (
        <span className="num">{row.approvalLimit === null ? "—" : yuanFull(row.approvalLimit)}</span>
      ),
    },
    {
      key: "second",
      name: t("access.staff.second"),
      show: (row) => (
        <Chip tone={row.secondStep ? "pine" : "plain"}>{t(row.secondStep ? "common.yes" : "common.no")}</Chip>
      ),
    },
    {
      key: "sessions",
      name: t("access.staff.sessions"),
      right: true,
      show: (row) => <span className="num">{row.sessions}</span>,
    },
    { key: "tools", name: t("access.held.act"), right: true, show: (row) => <StaffTools member={row} /> },
  ];
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} />
      <p>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t("access.staff.add")}
        </Button>
      </p>
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => (
          <DataTable
            caption={t("access.tab.staff")}
            columns={columns}
            rows={items}
            rowKey={(row) => row.staffId}
            empty={<Empty title={t("access.staff.none")} />}
            busy={busy}
            foot={foot}
          />
        )}
      </PagedList>
      {adding ? <StaffDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
};
