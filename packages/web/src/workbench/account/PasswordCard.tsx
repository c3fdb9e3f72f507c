import { changePassword, whoAmI } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "../access/Access.module.css";
import { useAct } from "../access/use-act.ts";

interface Given {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

/** Changes the password; other browsers and programs are signed out by it. */
export const PasswordCard = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Given>();
  const change = useAct(
    ({ current, password }: Given) => call(changePassword, { body: { current, password } }),
    t("access.mine.passwordChanged"),
  );
  const required = { required: true, message: t("common.required") };
  return (
    <Card title={t("access.mine.password")}>
      <p className="soft">{t("access.mine.passwordWhy")}</p>
      <Form<Given>
        form={form}
        name="own-password"
        layout="vertical"
        className={css.narrow}
        requiredMark={false}
        onFinish={(given) =>
          change.mutate(given, {
            onSuccess: () => {
              form.resetFields();
              void client.invalidateQueries({ queryKey: [whoAmI.id] });
            },
          })
        }
      >
        <Form.Item name="current" label={t("access.mine.current")} rules={[required]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("access.mine.new")}
          rules={[required, { min: 10, message: t("access.mine.short") }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("access.mine.again")}
          dependencies={["password"]}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue("password")) throw new Error(t("access.mine.differs"));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t("access.mine.change")}
        </Button>
      </Form>
      {change.error ? <ProblemNote error={change.error} kept /> : null}
    </Card>
  );
};
