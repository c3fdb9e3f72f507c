import { exportStaff } from "@goodfaith/platform/contract";
import { Segmented } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "../../shared/session/use-session.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import css from "./Access.module.css";
import { HeldCard } from "./HeldCard.tsx";
import { OpenSessions } from "./OpenSessions.tsx";
import { RecusalsCard } from "./RecusalsCard.tsx";
import { RolesTable } from "./RolesTable.tsx";
import { SettingsCards } from "./SettingsCards.tsx";
import { StaffList } from "./StaffList.tsx";

const Held = () => (
  <div className={css.sheets}>
    <HeldCard />
    <RecusalsCard />
  </div>
);

const TABS = {
  staff: StaffList,
  roles: RolesTable,
  sessions: OpenSessions,
  held: Held,
  settings: SettingsCards,
} as const satisfies Record<string, ComponentType>;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** 账号与权限: who works here, as what, up to how much; what is open; what is held for a time. */
export default function AccessPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const tab = NAMES.find((name) => name === search.get("tab")) ?? "staff";
  const Shown = TABS[tab];
  if (!may("access.manage")) return <Empty whole title={t("common.forbidden")} />;
  return (
    <>
      <ListHead
        title={t("access.title")}
        say={t("access.say")}
        tools={<DownloadLink op={exportStaff}>{t("common.export")}</DownloadLink>}
      />
      <div className={css.tabs}>
        <Segmented<Tab>
          aria-label={t("access.title")}
          value={tab}
          onChange={(name) => setSearch({ tab: name }, { replace: true })}
          options={NAMES.map((value) => ({ value, label: t(`access.tab.${value}`) }))}
        />
      </div>
      <Shown />
    </>
  );
}
