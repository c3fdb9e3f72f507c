import { undoVerdict } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import { LEAST_REASON, useRefresh } from "../people/duplicates/refresh.ts";
import { JoinDialog } from "./JoinDialog.tsx";
import css from "./Person.module.css";
import type { Party } from "./PersonPage.tsx";

type Joined = Party["records"][number];

const UndoDialog = ({ record, onClose }: { readonly record: Joined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const undo = useMutation<unknown, Error, string>({
    mutationFn: (reason) =>
      call(undoVerdict, {
        params: { partyId: record.partyId, verdictId: record.joined?.verdictId ?? "" },
        body: { reason },
      }),
    onSuccess: () => {
      refresh();
      onClose();
    },
  });
  return (
    <ReasonDialog
      danger
      title={t("duplicates.undo")}
      why={t("duplicates.undoWhy", { a: record.name })}
      ok={t("duplicates.undo")}
      least={LEAST_REASON}
      busy={undo.isPending}
      error={undo.error}
      onClose={onClose}
      onOk={(reason) => undo.mutate(reason)}
    />
  );
};

const Line = ({ record, onUndo }: { readonly record: Joined; readonly onUndo: (() => void) | null }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const { joined } = record;
  return (
    <li className={css.item}>
      <span>
        <b>{record.name}</b> {record.main ? <Chip tone="outline">{t("duplicates.main")}</Chip> : null}
        <small>{[record.identityMasked, record.customerNumber].filter(Boolean).join(" · ") || "—"}</small>
        {joined ? (
          <small>
            {t("duplicates.by", { by: joined.by, when: when(joined.at) })}：{joined.reason}
          </small>
        ) : null}
      </span>
      {joined && onUndo ? (
        <Button size="small" onClick={onUndo} aria-label={t("duplicates.undoAria", { a: record.name })}>
          {t("common.undo")}
        </Button>
      ) : null}
    </li>
  );
};

/** 档案: what was joined to this person, by whom and why; and the way to join another, or to undo. */
export const Records = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [undoing, setUndoing] = useState<Joined | null>(null);
  const [joining, setJoining] = useState(false);
  const mayJoin = may("people.join");
  const joined = party.records.length > 1;
  if (!joined && !mayJoin) return null;
  return (
    <Card
      title={t("duplicates.records")}
      aside={
        mayJoin ? (
          <Button size="small" onClick={() => setJoining(true)}>
            {t("duplicates.joinAnother")}
          </Button>
        ) : null
      }
    >
      {joined ? (
        <ul>
          {party.records.map((record) => (
            <Line key={record.partyId} record={record} onUndo={mayJoin ? () => setUndoing(record) : null} />
          ))}
        </ul>
      ) : (
        <p className="soft">{t("duplicates.alone")}</p>
      )}
      {undoing ? <UndoDialog record={undoing} onClose={() => setUndoing(null)} /> : null}
      {joining ? <JoinDialog party={party} onClose={() => setJoining(false)} /> : null}
    </Card>
  );
};
