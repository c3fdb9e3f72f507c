import { joinParties, keepApart } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../shared/api/call.ts";
import { ReasonDialog } from "../../claim/end/ReasonDialog.tsx";
import { LEAST_REASON, useRefresh } from "./refresh.ts";

interface Named {
  readonly partyId: string;
  readonly name: string;
}
export interface Judging {
  readonly verdict: "same" | "different";
  readonly party: Named;
  /** For `same`: the record both are shown under. */
  readonly other: Named;
}

/** Asks why two records are found to be one person's, or two people's. */
export const JudgeDialog = ({
  judging: { verdict, party, other },
  onClose,
}: {
  readonly judging: Judging;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const params = { partyId: party.partyId };
  const judge = useMutation<unknown, Error, string>({
    mutationFn: (reason) =>
      verdict === "same"
        ? call(joinParties, { params, body: { into: other.partyId, reason } })
        : call(keepApart, { params, body: { other: other.partyId, reason } }),
    onSuccess: () => {
      void message.success(t(verdict === "same" ? "duplicates.joined" : "duplicates.apart"));
      refresh();
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t(verdict === "same" ? "duplicates.same" : "duplicates.different")}
      why={t(verdict === "same" ? "duplicates.sameWhy" : "duplicates.differentWhy", {
        a: party.name,
        b: other.name,
      })}
      help={t("duplicates.reasonHelp")}
      ok={t("common.confirm")}
      least={LEAST_REASON}
      busy={judge.isPending}
      error={judge.error}
      onClose={onClose}
      onOk={(reason) => judge.mutate(reason)}
    />
  );
};
