import { beginTotp, removeTotp } from "@goodfaith/platform/contract";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "../access/Access.module.css";
import { useAct } from "../access/use-act.ts";
import { Enrolment } from "./Enrolment.tsx";
import type { Account } from "./types.ts";

/** 两步登录: the authenticator, set up with a code drawn here and never sent anywhere. */
export const SecondStepCard = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const [form] = Form.useForm<{ password: string }>();
  const [enrolling, setEnrolling] = useState<{ secret: string; uri: string } | null>(null);
  const begin = useAct((body: { password: string }) => call(beginTotp, { body }));
  const remove = useAct((body: { password: string }) => call(removeTotp, { body }), t("access.mine.removed"));
  const since = account.totpSince;
  const error = begin.error ?? remove.error;
  const removing = (): void => {
    void form.validateFields().then((given) => remove.mutate(given, { onSuccess: () => form.resetFields() }));
  };
  return (
    <Card
      title={t("access.mine.second")}
      aside={<Chip tone={since ? "pine" : "plain"}>{t(since ? "access.mine.on" : "access.mine.off")}</Chip>}
    >
      <p className="soft">
        {t(`access.mine.setting.${account.secondFactor}`)}{" "}
        {since ? t("access.mine.since", { at: when(since), count: account.recoveryCodesLeft }) : ""}
      </p>
      {enrolling ? (
        <Enrolment enrolling={enrolling} onDone={() => setEnrolling(null)} />
      ) : (
        <Form
          form={form}
          name="second-step"
          layout="vertical"
          className={css.narrow}
          requiredMark={false}
          onFinish={(given) =>
            begin.mutate(given, {
              onSuccess: (made) => {
                setEnrolling(made);
                form.resetFields();
              },
            })
          }
        >
          <Form.Item
            name="password"
            label={t("access.mine.current")}
            rules={[{ required: true, message: t("common.required") }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <span className={css.tools}>
            <Button type="primary" htmlType="submit" loading={begin.isPending}>
              {t(since ? "access.mine.again2" : "access.mine.begin")}
            </Button>
            {since && account.secondFactor === "optional" ? (
              <Button loading={remove.isPending} onClick={removing}>
                {t("access.mine.remove")}
              </Button>
            ) : null}
          </span>
        </Form>
      )}
      {error ? <ProblemNote error={error} kept /> : null}
    </Card>
  );
};
