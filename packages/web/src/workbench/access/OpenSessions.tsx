import { endStaffSession, listSessions } from "@goodfaith/platform/contract";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Access.module.css";
import { SessionsTable } from "./SessionsTable.tsx";
import { useAct } from "./use-act.ts";

type Kind = "all" | "staff" | "program";

/** 会话与令牌 of the whole institution; any can be ended. */
export const OpenSessions = () => {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("all");
  const pages = usePages(30, kind);
  const chosen = kind === "all" ? {} : { kind };
  const list = useRead(listSessions, { query: { ...pages.query, ...chosen } }, { keep: true });
  const end = useAct(
    (sessionId: string) => call(endStaffSession, { params: { sessionId } }),
    t("access.session.ended"),
  );
  return (
    <>
      <div className={css.filters}>
        <Select<Kind>
          aria-label={t("access.session.what")}
          value={kind}
          onChange={setKind}
          options={(["all", "staff", "program"] as const).map((value) => ({
            value,
            label: t(`access.session.kind.${value}`),
          }))}
        />
      </div>
      {end.error ? <ProblemNote error={end.error} /> : null}
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => (
          <SessionsTable named rows={items} busy={busy} foot={foot} onEnd={end.mutate} />
        )}
      </PagedList>
    </>
  );
};
