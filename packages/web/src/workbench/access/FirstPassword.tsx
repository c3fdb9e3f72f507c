import { Alert, Typography } from "antd";
import { useTranslation } from "react-i18next";

/** 初始密码: shown once, to be handed over. */
export const FirstPassword = ({ login, password }: { readonly login: string; readonly password: string }) => {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      title={t("access.staff.firstPassword", { login })}
      description={
        <>
          <Typography.Text code copyable>
            {password}
          </Typography.Text>
          <p>{t("access.staff.firstPasswordWhy")}</p>
        </>
      }
    />
  );
};
