import { addSignOn, readSignOn, removeSignOn } from "@goodfaith/platform/contract";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "./Access.module.css";
import { useAct } from "./use-act.ts";

interface Given {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly loginClaim: string;
}
const FIELDS = [
  ["name", "name"],
  ["issuer", "issuer"],
  ["clientId", "clientId"],
  ["clientSecret", "clientSecret"],
  ["loginClaim", "claim"],
] as const;

const Connect = () => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const add = useAct((body: Given) => call(addSignOn, { body }), t("access.signOn.connected"));
  return (
    <Form<Given>
      form={form}
      name="sign-on"
      layout="vertical"
      className={css.narrow}
      requiredMark={false}
      initialValues={{ loginClaim: "preferred_username" }}
      onFinish={(given) => add.mutate(given, { onSuccess: () => form.resetFields() })}
    >
      {FIELDS.map(([name, label]) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`access.signOn.${label}`)}
          rules={[{ required: true, message: t("common.required") }]}
        >
          {name === "clientSecret" ? <Input.Password autoComplete="off" /> : <Input />}
        </Form.Item>
      ))}
      <Button htmlType="submit" loading={add.isPending}>
        {t("access.signOn.connect")}
      </Button>
      {add.error ? <ProblemNote error={add.error} kept /> : null}
    </Form>
  );
};

/** 单点登录: what is connected, and the way to connect. */
export const SignOnCard = () => {
  const { t } = useTranslation();
  const list = useRead(readSignOn, {});
  const remove = useAct(
    (providerId: string) => call(removeSignOn, { params: { providerId } }),
    t("access.signOn.disconnected"),
  );
  return (
    <Card title={t("access.signOn.title")}>
      <p className="soft">{t("access.signOn.say", { address: `${window.location.origin}/sign-in/back` })}</p>
      <Reading of={list} lines={2}>
        {({ items }) => (
          <DataTable
            caption={t("access.signOn.title")}
            columns={[
              { key: "name", name: t("access.staff.name"), show: (row) => row.name },
              { key: "issuer", name: t("access.signOn.issuer"), show: (row) => row.issuer },
              {
                key: "remove",
                name: t("access.held.act"),
                right: true,
                show: (row) => (
                  <Button size="small" onClick={() => remove.mutate(row.providerId)}>
                    {t("access.signOn.disconnect")}
                  </Button>
                ),
              },
            ]}
            rows={items}
            rowKey={(row) => row.providerId}
            empty={<Empty title={t("access.signOn.none")} />}
          />
        )}
      </Reading>
      {remove.error ? <ProblemNote error={remove.error} /> : null}
      <Connect />
    </Card>
  );
};
