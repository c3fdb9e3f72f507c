import { answerInstruction, cancelInstruction, type InstructionView } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import css from "./Policies.module.css";
import { useRefreshPolicies } from "./refresh.ts";

const LEAST_REASON = 4;

type Act = { readonly kind: "settle" } | { readonly kind: "refuse" | "cancel"; readonly reason: string };

const useAct = ({ partyId, instructionId }: InstructionView, onDone: () => void) => {
  const refresh = useRefreshPolicies();
  const params = { partyId, instructionId };
  return useMutation<unknown, Error, Act>({
    mutationFn: (act) => {
      if (act.kind === "cancel") return call(cancelInstruction, { params, body: { reason: act.reason } });
      const body =
        act.kind === "refuse"
          ? ({ answer: "refused", reason: act.reason } as const)
          : ({ answer: "settled" } as const);
      return call(answerInstruction, { params, body });
    },
    onSuccess: () => {
      refresh();
      onDone();
    },
  });
};

/** What the one who reads it may do: check it as the second person, or take it back. */
export const InstructionActs = ({ instruction }: { readonly instruction: InstructionView }) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [why, setWhy] = useState<"refuse" | "cancel" | null>(null);
  const act = useAct(instruction, () => setWhy(null));
  if (!instruction.mayAnswer && !instruction.mayCancel) return null;
  return (
    <div className={css.acts}>
      {instruction.mayAnswer ? (
        <>
          <Button
            size="small"
            type="primary"
            loading={act.isPending}
            onClick={() =>
              modal.confirm({
                title: t("policies.settle"),
                content: t("policies.settleWhy"),
                okText: t("policies.settle"),
                onOk: () => act.mutate({ kind: "settle" }),
              })
            }
          >
            {t("policies.settle")}
          </Button>
          <Button size="small" onClick={() => setWhy("refuse")}>
            {t("policies.refuse")}
          </Button>
        </>
      ) : null}
      {instruction.mayCancel ? (
        <Button size="small" onClick={() => setWhy("cancel")}>
          {t("policies.cancel")}
        </Button>
      ) : null}
      {act.error && why === null ? <ProblemNote error={act.error} /> : null}
      {why ? (
        <ReasonDialog
          danger
          title={t(`policies.${why}`)}
          why={t(`policies.${why}Why`)}
          ok={t(`policies.${why}`)}
          least={LEAST_REASON}
          busy={act.isPending}
          error={act.error}
          onClose={() => setWhy(null)}
          onOk={(reason) => act.mutate({ kind: why, reason })}
        />
      ) : null}
    </div>
  );
};
