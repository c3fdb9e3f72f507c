import { endTemporaryRole, listTemporaryRoles, type TemporaryRole } from "@goodfaith/platform/contract";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Access.module.css";
import { BreakGlassDialog } from "./BreakGlassDialog.tsx";
import { DelegateDialog } from "./DelegateDialog.tsx";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { useAct } from "./use-act.ts";

const TONES: Record<TemporaryRole["state"], Tone> = {
  coming: "outline",
  running: "amber",
  over: "plain",
  ended: "plain",
};

const Review = ({ row }: { readonly row: TemporaryRole }) => {
  const { t } = useTranslation();
  const { review, kind, state } = row;
  if (kind === "delegation") return null;
  if (review)
    return (
      <span>
        <Chip tone={review.verdict === "justified" ? "pine" : "cinnabar"}>
          {t(`access.held.verdict.${review.verdict}`)}
        </Chip>{" "}
        <small className="soft">
          {review.by}：{review.note}
        </small>
      </span>
    );
  return state === "running" ? null : <Chip tone="amber">{t("access.held.waiting")}</Chip>;
};

const What = ({ row }: { readonly row: TemporaryRole }) => {
  const { t } = useTranslation();
  return (
    <span className={css.stack}>
      <span>
        <Chip tone={row.kind === "break-glass" ? "cinnabar" : "outline"}>
          {t(`access.held.kind.${row.kind}`)}
        </Chip>{" "}
        {row.from ? t("access.held.from", { from: row.from, to: row.staff }) : row.staff}
      </span>
      <small className="soft">
        {row.roles.map((role) => t(`shell.roles.${role}`)).join("、")} {row.reason}
      </small>
    </span>
  );
};

const Tools = ({ row, onReview }: { readonly row: TemporaryRole; readonly onReview: () => void }) => {
  const { t } = useTranslation();
  const end = useAct(
    () => call(endTemporaryRole, { params: { temporaryRoleId: row.temporaryRoleId } }),
    t("access.held.endedNow"),
  );
  return (
    <span className={css.tools}>
      {row.mayEnd ? (
        <Popconfirm
          title={t("access.held.endSure")}
          okText={t("access.held.end")}
          cancelText={t("common.cancel")}
          onConfirm={() => end.mutate(undefined)}
        >
          <Button size="small" loading={end.isPending}>
            {t("access.held.end")}
          </Button>
        </Popconfirm>
      ) : null}
      {row.mayReview ? (
        <Button size="small" type="primary" onClick={onReview}>
          {t("access.held.review")}
        </Button>
      ) : null}
      {end.error ? <ProblemNote error={end.error} /> : null}
    </span>
  );
};

/** 转授权与应急访问: one's own, or the institution's for who manages or reviews. */
export const HeldCard = () => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMay();
  const own = useStaff()?.staff.roles ?? [];
  const pages = usePages(20);
  const list = useRead(listTemporaryRoles, { query: pages.query }, { keep: true });
  const [open, setOpen] = useState<"delegate" | "emergency" | TemporaryRole | null>(null);
  const columns: Column<TemporaryRole>[] = [
    { key: "what", name: t("access.held.what"), show: (row) => <What row={row} /> },
    {
      key: "span",
      name: t("access.held.span"),
      show: (row) => (
        <span className="num">
          {when(row.startsAt)} – {when(row.endsAt)}
        </span>
      ),
    },
    {
      key: "state",
      name: t("access.held.state"),
      show: (row) => (
        <span className={css.stack}>
          <span>
            <Chip tone={TONES[row.state]}>{t(`access.held.states.${row.state}`)}</Chip>
          </span>
          <Review row={row} />
        </span>
      ),
    },
    {
      key: "tools",
      name: t("access.held.act"),
      right: true,
      show: (row) => <Tools row={row} onReview={() => setOpen(row)} />,
    },
  ];
  return (
    <Card
      title={t("access.held.title")}
      aside={
        <span className={css.tools}>
          {own.length > 0 ? (
            <Button onClick={() => setOpen("delegate")}>{t("access.held.delegate")}</Button>
          ) : null}
          {may("access.break-glass") ? (
            <Button danger onClick={() => setOpen("emergency")}>
              {t("access.held.emergency")}
            </Button>
          ) : null}
        </span>
      }
    >
      <p className="soft">{t("access.held.say")}</p>
      <PagedList of={list} pages={pages} lines={3}>
        {({ items, busy, foot }) => (
          <DataTable
            caption={t("access.held.title")}
            columns={columns}
            rows={items}
            rowKey={(row) => row.temporaryRoleId}
            empty={<Empty title={t("access.held.none")} />}
            busy={busy}
            foot={foot}
          />
        )}
      </PagedList>
      {open === "delegate" ? <DelegateDialog onClose={() => setOpen(null)} /> : null}
      {open === "emergency" ? <BreakGlassDialog onClose={() => setOpen(null)} /> : null}
      {open !== null && typeof open === "object" ? (
        <ReviewDialog row={open} onClose={() => setOpen(null)} />
      ) : null}
    </Card>
  );
};
