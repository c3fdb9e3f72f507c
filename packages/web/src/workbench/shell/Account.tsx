import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { useSignOut, useStaff } from "../../shared/session/use-session.ts";
import css from "./Shell.module.css";

/** Who is signed in, as what, up to how much; and the way out. */
export const Account = () => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const session = useStaff();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!session) return null;
  const { name, roles, approvalLimit } = session.staff;
  const leave = (): void => signOut.mutate(undefined, { onSuccess: () => void navigate("/sign-in") });
  return (
    <div>
      {open ? (
        <div className={css.account}>
          <p className="small soft">
            {approvalLimit === null ? t("shell.noLimit") : t("shell.limit", { amount: yuan(approvalLimit) })}
          </p>
          <Link to="/account">{t("access.mine.menu")}</Link>
          <button type="button" disabled={signOut.isPending} onClick={leave}>
            {t("shell.signOut")}
          </button>
        </div>
      ) : null}
      <button type="button" className={css.who} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={css.face} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span>
          <b>{name}</b>
          <small>{roles.map((role) => t(`shell.roles.${role}`)).join(" · ")}</small>
        </span>
      </button>
    </div>
  );
};
