import { breakGlass, readSettings } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import { useAct } from "./use-act.ts";

/** 应急访问: says what it opens, for how long, and that another will look at it. */
export const BreakGlassDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const settings = useRead(readSettings, {});
  const open = useAct((reason: string) => call(breakGlass, { body: { reason } }), t("access.held.opened"));
  return (
    <ReasonDialog
      danger
      title={t("access.held.emergency")}
      why={t("access.held.emergencyWhy", { minutes: settings.data?.breakGlassMinutes ?? "…" })}
      ok={t("access.held.emergencyOk")}
      least={4}
      busy={open.isPending}
      error={open.error}
      onClose={onClose}
      onOk={(reason) => open.mutate(reason, { onSuccess: onClose })}
    />
  );
};
