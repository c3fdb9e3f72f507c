import {
  type AccessSettings,
  changeSettings,
  closeBranch,
  createBranch,
  listBranches,
  readSettings,
} from "@goodfaith/platform/contract";
import { Button, Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "./Access.module.css";
import { SignOnCard } from "./SignOnCard.tsx";
import { useAct } from "./use-act.ts";

type Settings = z.output<typeof AccessSettings>;

const Rules = () => {
  const { t } = useTranslation();
  const settings = useRead(readSettings, {});
  const change = useAct((body: Settings) => call(changeSettings, { body }), t("access.settings.saved"));
  return (
    <Card title={t("access.settings.title")}>
      <Reading of={settings} lines={3}>
        {(now) => (
          <Form<Settings>
            layout="vertical"
            initialValues={now}
            onFinish={change.mutate}
            className={css.narrow}
          >
            <Form.Item name="secondFactor" label={t("access.settings.second")}>
              <Radio.Group
                options={(["optional", "required"] as const).map((value) => ({
                  value,
                  label: t(`access.settings.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="delegationDaysMax" label={t("access.settings.delegation")}>
              <InputNumber min={1} max={366} precision={0} />
            </Form.Item>
            <Form.Item name="breakGlassMinutes" label={t("access.settings.emergency")}>
              <InputNumber min={5} max={480} precision={0} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t("common.save")}
            </Button>
          </Form>
        )}
      </Reading>
      {change.error ? <ProblemNote error={change.error} kept /> : null}
    </Card>
  );
};

const Branches = () => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const branches = useRead(listBranches, {});
  const add = useAct((body: { name: string }) => call(createBranch, { body }), t("access.branch.added"));
  const close = useAct(
    (branchId: string) => call(closeBranch, { params: { branchId } }),
    t("access.branch.closed"),
  );
  const error = add.error ?? close.error;
  return (
    <Card title={t("access.branch.title")}>
      <Reading of={branches} lines={2}>
        {({ items }) => (
          <DataTable
            caption={t("access.branch.title")}
            columns={[
              { key: "name", name: t("access.branch.name"), show: (row) => row.name },
              {
                key: "staff",
                name: t("access.branch.staff"),
                right: true,
                show: (row) => <span className="num">{row.staff}</span>,
              },
              {
                key: "close",
                name: t("access.held.act"),
                right: true,
                show: (row) => (
                  <Button size="small" onClick={() => close.mutate(row.branchId)}>
                    {t("access.branch.close")}
                  </Button>
                ),
              },
            ]}
            rows={items}
            rowKey={(row) => row.branchId}
            empty={<Empty title={t("access.branch.none")} />}
          />
        )}
      </Reading>
      <Form
        form={form}
        layout="vertical"
        className={css.narrow}
        onFinish={(given) => add.mutate(given, { onSuccess: () => form.resetFields() })}
      >
        <Form.Item
          name="name"
          label={t("access.branch.new")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          {t("access.branch.add")}
        </Button>
      </Form>
      {error ? <ProblemNote error={error} kept /> : null}
    </Card>
  );
};

/** 设置: what the institution asks at the door, and its branches. */
export const SettingsCards = () => (
  <div className={css.sheets}>
    <Rules />
    <SignOnCard />
    <Branches />
  </div>
);
