import { endStaff, resetStaff, returnStaff, type StaffMember } from "@goodfaith/platform/contract";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import css from "./Access.module.css";
import { FirstPassword } from "./FirstPassword.tsx";
import { StaffDialog } from "./StaffDialog.tsx";
import { useAct } from "./use-act.ts";

type Act = "end" | "return" | "reset";

interface AskProps {
  readonly act: Act;
  readonly member: StaffMember;
  readonly onClose: () => void;
}

/** Asks why, then does it; a new first password is shown once. */
const Ask = ({ act, member, onClose }: AskProps) => {
  const { t } = useTranslation();
  const params = { staffId: member.staffId };
  const doing = useAct(async (reason: string): Promise<string | null> => {
    const body = { reason };
    if (act === "reset") return (await call(resetStaff, { params, body })).password;
    await call(act === "end" ? endStaff : returnStaff, { params, body });
    return null;
  });
  if (doing.data)
    return (
      <Modal
        open
        title={t("access.staff.act.reset")}
        okText={t("common.close")}
        onOk={onClose}
        onCancel={onClose}
      >
        <FirstPassword login={member.login} password={doing.data} />
      </Modal>
    );
  return (
    <ReasonDialog
      danger={act !== "return"}
      title={`${t(`access.staff.act.${act}`)} · ${member.name}`}
      why={t(`access.staff.why.${act}`)}
      ok={t(`access.staff.act.${act}`)}
      busy={doing.isPending}
      error={doing.error}
      onClose={onClose}
      onOk={(reason) =>
        doing.mutate(reason, {
          onSuccess: (password) => {
            if (password === null) onClose();
          },
        })
      }
    />
  );
};

/** What the administrator does about one member of staff; nothing about themselves. */
export const StaffTools = ({ member }: { readonly member: StaffMember }) => {
  const { t } = useTranslation();
  const me = useStaff()?.staff.staffId;
  const [open, setOpen] = useState<Act | "change" | null>(null);
  if (member.staffId === me) return <span className="soft small">{t("access.staff.oneself")}</span>;
  const acts: readonly (Act | "change")[] = member.endedAt ? ["return"] : ["change", "reset", "end"];
  return (
    <span className={css.tools}>
      {acts.map((act) => (
        <Button key={act} size="small" danger={act === "end"} onClick={() => setOpen(act)}>
          {t(`access.staff.act.${act}`)}
        </Button>
      ))}
      {open === "change" ? <StaffDialog member={member} onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== "change" ? (
        <Ask act={open} member={member} onClose={() => setOpen(null)} />
      ) : null}
    </span>
  );
};
