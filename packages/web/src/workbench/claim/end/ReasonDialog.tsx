import { Form, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";

interface ReasonDialogProps {
  readonly title: string;
  readonly why: ReactNode;
  readonly label?: string;
  readonly help?: string;
  readonly ok: string;
  readonly danger?: boolean;
  /** The fewest letters that say anything. */
  readonly least?: number;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly children?: ReactNode;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks a person to say why, in words that stay on record. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const given = reason.trim();
  const least = props.least ?? 2;
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      okButtonProps={{ danger: props.danger ?? false, disabled: given.length < least, loading: props.busy }}
      onOk={() => props.onOk(given)}
      onCancel={props.onClose}
    >
      <div className="soft" style={{ margin: "0 0 14px" }}>
        {props.why}
      </div>
      {props.children}
      <Form layout="vertical">
        <Form.Item
          label={props.label ?? t("common.reason")}
          htmlFor="case-reason"
          required
          {...(props.help ? { help: props.help } : {})}
        >
          <Input.TextArea
            id="case-reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {props.error ? <ProblemNote error={props.error} kept /> : null}
    </Modal>
  );
};
