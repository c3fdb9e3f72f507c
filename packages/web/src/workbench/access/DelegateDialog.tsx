import { delegate, listColleagues, type Role } from "@goodfaith/platform/contract";
import { Checkbox, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { useAct } from "./use-act.ts";

interface Given {
  readonly to: string;
  readonly roles: Role[];
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Today in China, as a date field takes it. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** 转授权: to whom, which of one's own roles, from when to when, and why. */
export const DelegateDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const staff = useStaff()?.staff;
  const [form] = Form.useForm<Given>();
  const colleagues = useRead(listColleagues, {});
  const give = useAct((body: Given) => call(delegate, { body }), t("access.held.delegated"));
  const required = [{ required: true, message: t("common.required") }];
  const roles = staff?.roles ?? [];
  return (
    <Modal
      open
      title={t("access.held.delegate")}
      okText={t("access.held.delegateOk")}
      okButtonProps={{ loading: give.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{t("access.held.delegateWhy")}</p>
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ roles, from: today(), until: today() }}
        onFinish={(given) => give.mutate(given, { onSuccess: onClose })}
      >
        <Form.Item name="to" label={t("access.held.to")} rules={required}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={(colleagues.data?.items ?? [])
              .filter(({ staffId }) => staffId !== staff?.staffId)
              .map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="roles" label={t("access.staff.roles")} rules={required}>
          <Checkbox.Group options={roles.map((role) => ({ value: role, label: t(`shell.roles.${role}`) }))} />
        </Form.Item>
        <Form.Item name="from" label={t("access.held.firstDay")} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t("access.held.lastDay")} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label={t("common.reason")} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      {give.error ? <ProblemNote error={give.error} kept /> : null}
    </Modal>
  );
};
