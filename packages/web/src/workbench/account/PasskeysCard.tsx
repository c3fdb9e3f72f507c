import { addPasskey, beginPasskey, removePasskey } from "@goodfaith/platform/contract";
import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import css from "../access/Access.module.css";
import { useAct } from "../access/use-act.ts";
import { registered } from "../sign-in/credentials.ts";
import { WayProblem } from "../sign-in/WayProblem.tsx";
import type { Account } from "./types.ts";

interface Given {
  readonly name: string;
  readonly password: string;
}
type Row = Account["passkeys"][number];

const Add = () => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const add = useAct(async ({ name, password }: Given) => {
    const optionsJSON = await call(beginPasskey, { body: { password } });
    const made = await startRegistration({ optionsJSON });
    return call(addPasskey, { body: { name, credential: registered(made) } });
  }, t("access.passkey.added"));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Form<Given>
      form={form}
      name="passkey"
      layout="vertical"
      className={css.narrow}
      requiredMark={false}
      onFinish={(given) => add.mutate(given, { onSuccess: () => form.resetFields() })}
    >
      <Form.Item name="name" label={t("access.passkey.name")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="password" label={t("access.mine.current")} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {t("access.passkey.add")}
      </Button>
      {add.error ? <WayProblem error={add.error} /> : null}
    </Form>
  );
};

/** 通行密钥: those of this person, and one more. */
export const PasskeysCard = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const remove = useAct(
    (passkeyId: string) => call(removePasskey, { params: { passkeyId } }),
    t("access.passkey.removed"),
  );
  const columns: Column<Row>[] = [
    { key: "name", name: t("access.passkey.title"), show: (row) => row.name },
    {
      key: "when",
      name: t("access.session.since"),
      show: (row) =>
        row.usedAt
          ? t("access.passkey.used", { at: when(row.usedAt) })
          : t("access.passkey.since", { at: when(row.since) }),
    },
    {
      key: "remove",
      name: t("access.held.act"),
      right: true,
      show: (row) => (
        <Button size="small" onClick={() => remove.mutate(row.passkeyId)}>
          {t("access.passkey.remove")}
        </Button>
      ),
    },
  ];
  return (
    <Card title={t("access.passkey.title")}>
      <p className="soft">{t("access.passkey.say")}</p>
      <DataTable
        caption={t("access.passkey.title")}
        columns={columns}
        rows={account.passkeys}
        rowKey={(row) => row.passkeyId}
        empty={<Empty title={t("access.passkey.none")} />}
      />
      {remove.error ? <WayProblem error={remove.error} /> : null}
      {browserSupportsWebAuthn() ? <Add /> : <p className="soft">{t("access.passkey.unsupported")}</p>}
    </Card>
  );
};
