import { promiseRecovery, receiveRecovery, requestRecovery } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import type { Order } from "./PaymentPage.tsx";
import { refreshPayments } from "./refresh.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "amount" | "date" | "text";
}

interface StepDialogProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly send: (values: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly onClose: () => void;
}

const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;

/** Yuan as the wire has it, two decimals. */
const wire = (text: string): string => {
  const [whole = "0", part = ""] = text.trim().split(".");
  return `${whole}.${part.padEnd(2, "0")}`;
};

const isRight = ({ name, kind }: Field, values: Readonly<Record<string, string>>): boolean => {
  const value = (values[name] ?? "").trim();
  if (kind === "amount") return AMOUNT.test(value);
  return kind === "date" ? /^\d{4}-\d\d-\d\d$/.test(value) : value.length >= 2;
};

const StepDialog = ({ title, fields, send, onClose }: StepDialogProps) => {
  const id = useId();
  const client = useQueryClient();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const step = useMutation({
    mutationFn: () => send(values),
    onSuccess: () => {
      refreshPayments(client);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: !fields.every((field) => isRight(field, values)), loading: step.isPending }}
      onOk={() => step.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {fields.map(({ name, label, kind }) => (
          <Form.Item key={name} label={label} htmlFor={`${id}-${name}`} required>
            <Input
              id={`${id}-${name}`}
              type={kind === "date" ? "date" : "text"}
              {...(kind === "amount" ? { inputMode: "decimal" as const } : {})}
              maxLength={kind === "text" ? 500 : 16}
              value={values[name] ?? ""}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </Form.Item>
        ))}
      </Form>
      {step.error ? <ProblemNote error={step.error} kept /> : null}
    </Modal>
  );
};

interface OfOrder {
  readonly order: Order;
  readonly onClose: () => void;
}
const text = (values: Readonly<Record<string, string>>, name: string): string => (values[name] ?? "").trim();

export const AskBack = ({ order, onClose }: OfOrder) => {
  const { t } = useTranslation();
  return (
    <StepDialog
      title={t("payments.recovery.ask")}
      fields={[
        { name: "amount", label: t("payments.recovery.amount"), kind: "amount" },
        { name: "reason", label: t("payments.recovery.reason"), kind: "text" },
      ]}
      send={(values) =>
        call(requestRecovery, {
          params: { paymentId: order.paymentId },
          body: { amount: wire(text(values, "amount")), reason: text(values, "reason") },
        })
      }
      onClose={onClose}
    />
  );
};

export const PromiseBack = ({ order, onClose }: OfOrder) => {
  const { t } = useTranslation();
  return (
    <StepDialog
      title={t("payments.recovery.promise")}
      fields={[
        { name: "on", label: t("payments.recovery.on"), kind: "date" },
        { name: "note", label: t("payments.recovery.note"), kind: "text" },
      ]}
      send={(values) =>
        call(promiseRecovery, {
          params: { paymentId: order.paymentId },
          body: { on: text(values, "on"), note: text(values, "note") },
        })
      }
      onClose={onClose}
    />
  );
};

export const Receive = ({ order, onClose }: OfOrder) => {
  const { t } = useTranslation();
  return (
    <StepDialog
      title={t("payments.recovery.receive")}
      fields={[
        { name: "amount", label: t("payments.recovery.received"), kind: "amount" },
        { name: "reference", label: t("payments.recovery.reference"), kind: "text" },
      ]}
      send={(values) =>
        call(receiveRecovery, {
          params: { paymentId: order.paymentId },
          body: { amount: wire(text(values, "amount")), reference: text(values, "reference") },
        })
      }
      onClose={onClose}
    />
  );
};
