import { type ClaimView, withdrawFile, withdrawFinding } from "@goodfaith/platform/contract";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useProblemWords } from "../../shared/ui/ProblemNote.tsx";
import { useConflict, useKeepClaim, useLatest } from "./use-claim.ts";
import type { Withdrawing } from "./WithdrawDialog.tsx";

const SHOWN_SECONDS = 12;

const takeBack = (claim: ClaimView, what: Withdrawing, reason: string): Promise<ClaimView> => {
  const body = { version: claim.version, reason };
  return what.kind === "finding"
    ? call(withdrawFinding, { params: { caseId: claim.caseId, findingId: what.id }, body })
    : call(withdrawFile, { params: { caseId: claim.caseId, evidenceId: what.id }, body });
};

/** Announces what was just added, with a way to take it back at once. */
export const useUndo = (caseId: string) => {
  const { notification, message } = App.useApp();
  const { t } = useTranslation();
  const keep = useKeepClaim(caseId);
  const conflict = useConflict(caseId);
  const words = useProblemWords();
  const latest = useLatest();
  return (claim: ClaimView, what: Withdrawing): void => {
    const key = `undo-${what.id}`;
    const undo = async (): Promise<void> => {
      notification.destroy(key);
      try {
        keep(await takeBack(latest(claim), what, t("claim.undoReason")));
        void message.success(t("common.undone"));
      } catch (error) {
        if (!conflict(error)) void message.error(words(error).title);
      }
    };
    notification.success({
      key,
      title: t(what.kind === "file" ? "claim.fileAdded" : "claim.recorded"),
      description: what.shows,
      duration: SHOWN_SECONDS,
      actions: (
        <Button size="small" onClick={() => void undo()}>
          {t("common.undo")}
        </Button>
      ),
    });
  };
};
