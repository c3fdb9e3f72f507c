import { Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";

interface ReasonDialogProps {
  readonly title: string;
  readonly help: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

const SHORTEST = 2;

/** A step that needs its reason in words, which stays on record. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  const { title, help, okText, danger = false, busy, error, onOk, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger, disabled: reason.trim().length < SHORTEST, loading: busy }}
      onOk={() => onOk(reason.trim())}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("common.reason")} htmlFor={id} required help={help}>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error ? <ProblemNote error={error} kept /> : null}
    </Modal>
  );
};
