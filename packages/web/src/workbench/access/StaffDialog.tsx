import { changeStaff, createStaff, listBranches, Role, type StaffMember } from "@goodfaith/platform/contract";
import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { FirstPassword } from "./FirstPassword.tsx";
import { useAct } from "./use-act.ts";

interface Given {
  readonly login: string;
  readonly name: string;
  readonly roles: Role[];
  readonly approvalLimit?: string;
  readonly branchId?: string | null;
}

interface StaffDialogProps {
  /** Whom to change; left out where someone is to be added. */
  readonly member?: StaffMember;
  readonly onClose: () => void;
}

const bodyOf = ({ name, roles, approvalLimit, branchId }: Given) => ({
  name,
  roles,
  approvalLimit: approvalLimit?.trim() ? approvalLimit.trim() : null,
  branchId: branchId ?? null,
});

const Fields = ({ isNew }: { readonly isNew: boolean }) => {
  const { t } = useTranslation();
  const branches = useRead(listBranches, {}).data?.items ?? [];
  const required = [{ required: true, message: t("common.required") }];
  return (
    <>
      <Form.Item name="name" label={t("access.staff.name")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      {isNew ? (
        <Form.Item name="login" label={t("shell.login")} rules={required}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item name="roles" label={t("access.staff.roles")} rules={required}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          options={Role.options.map((value) => ({ value, label: t(`shell.roles.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="approvalLimit" label={t("access.staff.limit")} extra={t("access.staff.limitWhy")}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="branchId" label={t("access.staff.branch")}>
        <Select
          allowClear
          options={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
        />
      </Form.Item>
    </>
  );
};

/** Adds a member of staff, or changes one; in force with their next step. */
export const StaffDialog = ({ member, onClose }: StaffDialogProps) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const add = useAct((given: Given) => call(createStaff, { body: { ...bodyOf(given), login: given.login } }));
  const change = useAct(
    (given: Given) => call(changeStaff, { params: { staffId: member?.staffId ?? "" }, body: bodyOf(given) }),
    t("access.staff.changed"),
  );
  const made = add.data;
  const act = member ? change : add;
  return (
    <Modal
      open
      title={member ? t("access.staff.changeTitle", { name: member.name }) : t("access.staff.add")}
      okText={made ? t("common.close") : t("common.save")}
      cancelText={t("common.cancel")}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => (made ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {made ? (
        <FirstPassword login={made.member.login} password={made.password} />
      ) : (
        <Form<Given>
          form={form}
          layout="vertical"
          initialValues={{ ...member, approvalLimit: member?.approvalLimit ?? "" }}
          onFinish={(given) => (member ? change.mutate(given, { onSuccess: onClose }) : add.mutate(given))}
        >
          <Fields isNew={!member} />
        </Form>
      )}
      {act.error ? <ProblemNote error={act.error} kept /> : null}
    </Modal>
  );
};
