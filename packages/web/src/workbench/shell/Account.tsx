import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
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
  if (!session) return null;
  const { name, roles, approvalLimit } = session.staff;
  const limit =
    approvalLimit === null ? t("shell.noLimit") : t("shell.limit", { amount: yuan(approvalLimit) });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "limit", label: limit, disabled: true },
          { type: "divider" },
          { key: "out", label: t("shell.signOut") },
        ],
        onClick: ({ key }) => {
          if (key === "out") signOut.mutate(undefined, { onSuccess: () => void navigate("/sign-in") });
        },
      }}
    >
      <button type="button" className={css.who} aria-haspopup="menu">
        <span className={css.face} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span>
          <b>{name}</b>
          <small>{roles.map((role) => t(`shell.roles.${role}`)).join(" · ")}</small>
        </span>
      </button>
    </Dropdown>
  );
};
