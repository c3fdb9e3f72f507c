import { readTrail, reviewBreakGlass, type TemporaryRole } from "@goodfaith/platform/contract";
import { Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Reading } from "../../shared/ui/Reading.tsx";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import css from "./Access.module.css";
import { useAct } from "./use-act.ts";

interface ReviewDialogProps {
  readonly row: TemporaryRole;
  readonly onClose: () => void;
}

/** 事后复核: what was done in the emergency, and what another thinks of it. */
export const ReviewDialog = ({ row, onClose }: ReviewDialogProps) => {
  const { t } = useTranslation();
  const { when, line } = useFormat();
  const params = { temporaryRoleId: row.temporaryRoleId };
  const trail = useRead(readTrail, { params });
  const [verdict, setVerdict] = useState<"justified" | "unjustified">("justified");
  const review = useAct(
    (note: string) => call(reviewBreakGlass, { params, body: { verdict, note } }),
    t("access.held.reviewed"),
  );
  return (
    <ReasonDialog
      title={t("access.held.reviewTitle", { who: row.staff })}
      why={row.reason}
      label={t("access.held.reviewNote")}
      ok={t("access.held.review")}
      least={4}
      busy={review.isPending}
      error={review.error}
      onClose={onClose}
      onOk={(note) => review.mutate(note, { onSuccess: onClose })}
    >
      <Reading of={trail} lines={3}>
        {({ items }) => (
          <ul className={css.trail}>
            {items.map((note) => (
              <li key={`${note.at} ${note.subject.id} ${note.what.en}`}>
                <span className="num soft">{when(note.at)}</span> {line(note.what)}
                {note.purpose ? <small className="soft"> {note.purpose}</small> : null}
              </li>
            ))}
          </ul>
        )}
      </Reading>
      <Radio.Group
        className={css.verdict ?? ""}
        value={verdict}
        onChange={(event) => setVerdict(event.target.value)}
        options={(["justified", "unjustified"] as const).map((value) => ({
          value,
          label: t(`access.held.verdict.${value}`),
        }))}
      />
    </ReasonDialog>
  );
};
