import { createToken, type Permission } from "@goodfaith/platform/contract";
import { Alert, Button, Form, Input, InputNumber, Select, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "../access/Access.module.css";
import { useAct } from "../access/use-act.ts";

interface Given {
  readonly name: string;
  readonly days: number;
  readonly scopes: Permission[];
}

/** 程序令牌: for a program, with no more than is chosen of one's own permissions; shown once. */
export const TokenForm = ({ permissions }: { readonly permissions: readonly string[] }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const make = useAct((body: Given) => call(createToken, { body }));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <>
      <h3>{t("access.token.title")}</h3>
      <p className="soft">{t("access.token.say")}</p>
      <Form<Given>
        form={form}
        name="token"
        layout="vertical"
        className={css.narrow}
        requiredMark={false}
        initialValues={{ days: 30 }}
        onFinish={(given) => make.mutate(given, { onSuccess: () => form.resetFields() })}
      >
        <Form.Item name="name" label={t("access.token.name")} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="scopes" label={t("access.token.scopes")} rules={required}>
          <Select mode="multiple" options={permissions.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="days" label={t("access.token.days")} rules={required}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
        <Button htmlType="submit" loading={make.isPending}>
          {t("access.token.make")}
        </Button>
      </Form>
      {make.data ? (
        <Alert
          type="success"
          showIcon
          title={t("access.token.once")}
          description={
            <Typography.Text code copyable className={css.secret ?? ""}>
              {make.data.token}
            </Typography.Text>
          }
        />
      ) : null}
      {make.error ? <ProblemNote error={make.error} kept /> : null}
    </>
  );
};
