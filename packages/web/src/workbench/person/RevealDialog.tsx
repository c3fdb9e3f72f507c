import { readParty, reveal } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";

export interface Opening {
  /** The record that holds it. */
  readonly partyId: string;
  /** "identity", or a contact's id. */
  readonly what: string;
  readonly name: string;
}

interface RevealDialogProps {
  readonly opening: Opening;
  readonly onValue: (value: string) => void;
  readonly onClose: () => void;
}

const LEAST = 4;

/** Asks what a masked value is opened for; the person can see who looked and why. */
export const RevealDialog = ({ opening, onValue, onClose }: RevealDialogProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [purpose, setPurpose] = useState("");
  const open = useMutation({
    mutationFn: () =>
      call(reveal, {
        params: { partyId: opening.partyId },
        body: { what: opening.what, purpose: purpose.trim() },
      }),
    onSuccess: ({ value }) => {
      onValue(value);
      void client.invalidateQueries({ queryKey: [readParty.id] });
      onClose();
    },
  });
  const ready = purpose.trim().length >= LEAST;
  return (
    <Modal
      open
      title={t("people.openTitle", { what: opening.name })}
      okText={t("people.open")}
      okButtonProps={{ disabled: !ready, loading: open.isPending }}
      onOk={() => open.mutate()}
      onCancel={onClose}
    >
      <p className="soft" style={{ marginBottom: 12 }}>
        {t("people.openWhy")}
      </p>
      <Form layout="vertical">
        <Form.Item
          label={t("people.purpose")}
          htmlFor="reveal-purpose"
          required
          help={t("people.purposeHelp")}
        >
          <Input
            id="reveal-purpose"
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
            onPressEnter={() => ready && open.mutate()}
          />
        </Form.Item>
      </Form>
      {open.error ? <ProblemNote error={open.error} /> : null}
    </Modal>
  );
};
