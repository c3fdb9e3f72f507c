import type { ClaimView } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { DropZone } from "../../shared/ui/DropZone.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Facts.module.css";
import { type Dropped, useDrop } from "./use-drop.ts";

const OWNER_UNKNOWN = "evidence.owner-unconfirmed";

interface OutcomeProps {
  readonly dropped: Dropped;
  readonly busy: boolean;
  readonly onConfirmOwner: (file: File) => void;
  readonly onDismiss: () => void;
}

const Outcome = ({ dropped, busy, onConfirmOwner, onDismiss }: OutcomeProps) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  if (dropped.read)
    return (
      <div className={css.read}>
        <b>{dropped.file.name}</b>
        {line(dropped.read)}
      </div>
    );
  const unowned = dropped.error instanceof Problem && dropped.error.code === OWNER_UNKNOWN;
  return (
    <ProblemNote
      error={dropped.error}
      kept
      actions={
        <>
          {unowned ? (
            <Button type="primary" size="small" disabled={busy} onClick={() => onConfirmOwner(dropped.file)}>
              {t("claim.ownerIsInsured")}
            </Button>
          ) : null}
          <Button size="small" onClick={onDismiss}>
            {t("common.close")}
          </Button>
        </>
      }
    />
  );
};

/** The drop zone of a case; what each file said, or precisely why it was not taken. */
export const Dropping = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const drop = useDrop(claim);
  return (
    <>
      <DropZone
        title={t("claim.drop")}
        say={t("claim.dropSay")}
        multiple
        busy={drop.busy}
        onFiles={drop.add}
      />
      <div className={css.results} aria-live="polite">
        {drop.results.map((dropped) => (
          <Outcome
            key={dropped.id}
            dropped={dropped}
            busy={drop.busy !== null}
            onConfirmOwner={(file) => drop.confirmOwner(dropped.id, file)}
            onDismiss={() => drop.dismiss(dropped.id)}
          />
        ))}
      </div>
    </>
  );
};
