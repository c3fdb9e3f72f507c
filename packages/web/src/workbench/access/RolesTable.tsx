import { listRoles, type Role } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "./Access.module.css";

interface Row {
  readonly role: Role;
  readonly permissions: readonly string[];
}

/** 角色与权限, as they are kept: what each desk may do. */
export const RolesTable = () => {
  const { t } = useTranslation();
  const roles = useRead(listRoles, {});
  const columns: Column<Row>[] = [
    { key: "role", name: t("access.staff.roles"), show: ({ role }) => <b>{t(`shell.roles.${role}`)}</b> },
    {
      key: "may",
      name: t("access.roles.may"),
      show: ({ permissions }) => (
        <ul className={css.permissions}>
          {permissions.map((permission) => (
            <li key={permission}>
              <Chip>
                {t(`access.permission.${permission}` as "access.permission.other", {
                  defaultValue: permission,
                })}
              </Chip>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <>
      <p className="soft">{t("access.roles.say")}</p>
      <Reading of={roles} lines={8}>
        {({ items }) => (
          <DataTable
            caption={t("access.tab.roles")}
            columns={columns}
            rows={items}
            rowKey={({ role }) => role}
            empty={null}
          />
        )}
      </Reading>
    </>
  );
};
