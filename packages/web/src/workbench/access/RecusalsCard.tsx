import { liftRecusal, listRecusals, type Recusal } from "@goodfaith/platform/contract";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { useAct } from "./use-act.ts";

/** 回避: from what, by whom, why, and whether it still stands. */
export const RecusalsCard = () => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMay();
  const me = useStaff()?.staff.staffId;
  const pages = usePages(20);
  const list = useRead(listRecusals, { query: pages.query }, { keep: true });
  const lift = useAct(
    (recusalId: string) => call(liftRecusal, { params: { recusalId } }),
    t("access.recusal.lifted"),
  );
  const columns: Column<Recusal>[] = [
    { key: "who", name: t("access.staff.name"), show: (row) => row.staff },
    { key: "about", name: t("access.recusal.about"), show: (row) => row.about },
    { key: "why", name: t("common.reason"), show: (row) => row.reason },
    {
      key: "since",
      name: t("access.recusal.since"),
      show: (row) => <span className="num">{when(row.since)}</span>,
    },
    {
      key: "state",
      name: t("access.held.state"),
      right: true,
      show: (row) => {
        if (row.liftedAt) return <Chip>{t("access.recusal.liftedChip")}</Chip>;
        if (!may("access.manage") || row.staffId === me)
          return <Chip tone="amber">{t("access.recusal.stands")}</Chip>;
        return (
          <Popconfirm
            title={t("access.recusal.sure")}
            okText={t("access.recusal.lift")}
            cancelText={t("common.cancel")}
            onConfirm={() => lift.mutate(row.recusalId)}
          >
            <Button size="small">{t("access.recusal.lift")}</Button>
          </Popconfirm>
        );
      },
    },
  ];
  return (
    <Card title={t("access.recusal.title")}>
      <p className="soft">{t("access.recusal.say")}</p>
      {lift.error ? <ProblemNote error={lift.error} /> : null}
      <PagedList of={list} pages={pages} lines={2}>
        {({ items, busy, foot }) => (
          <DataTable
            caption={t("access.recusal.title")}
            columns={columns}
            rows={items}
            rowKey={(row) => row.recusalId}
            empty={<Empty title={t("access.recusal.none")} />}
            busy={busy}
            foot={foot}
          />
        )}
      </PagedList>
    </Card>
  );
};
