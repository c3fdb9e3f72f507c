import { type CaseId, recuse } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../shared/api/call.ts";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import { useAct } from "./use-act.ts";

/** 申报回避: from the case in hand, for oneself; the case is a colleague's from then on. */
export const Recuse = ({ caseId }: { readonly caseId: CaseId }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const declare = useAct(
    (reason: string) => call(recuse, { body: { about: { kind: "case", caseId }, reason } }),
    t("access.recusal.declared"),
  );
  return (
    <>
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        {t("access.recusal.declare")}
      </Button>
      {open ? (
        <ReasonDialog
          title={t("access.recusal.declare")}
          why={t("access.recusal.declareWhy")}
          ok={t("access.recusal.declare")}
          least={4}
          busy={declare.isPending}
          error={declare.error}
          onClose={() => setOpen(false)}
          onOk={(reason) => declare.mutate(reason, { onSuccess: () => void navigate("/claims") })}
        />
      ) : null}
    </>
  );
};
