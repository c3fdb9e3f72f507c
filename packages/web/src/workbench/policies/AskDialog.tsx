import { type EndorsementKind, requestEndorsement } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { isoDay } from "../../shared/format/time.ts";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import type { Policy } from "./PolicyPage.tsx";
import { useRefreshPolicies } from "./refresh.ts";

const LEAST_NOTE = 4;

/** Asks for an endorsement: what, from when, and what it rests on. */
export const AskDialog = ({ policy, onClose }: { readonly policy: Policy; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const refresh = useRefreshPolicies();
  const [kind, setKind] = useState<EndorsementKind | null>(null);
  const [effective, setEffective] = useState(isoDay(new Date()));
  const { partyId, policyId } = policy;
  const ask = useMutation<unknown, Error, string>({
    mutationFn: (note) =>
      call(requestEndorsement, {
        params: { partyId, policyId },
        body: { kind: kind ?? "other", effective, note },
      }),
    onSuccess: () => {
      refresh();
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("policies.ask")}
      why={t("policies.askWhy")}
      label={t("policies.note")}
      help={t("policies.noteHelp")}
      ok={t("policies.askOk")}
      least={kind === null ? Number.POSITIVE_INFINITY : LEAST_NOTE}
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onOk={(note) => ask.mutate(note)}
    >
      <Form layout="vertical">
        <Form.Item label={t("policies.kindName")} required>
          <Radio.Group
            aria-label={t("policies.kindName")}
            value={kind}
            onChange={(event) => setKind(event.target.value as EndorsementKind)}
            options={policy.mayAsk.map((value) => ({ value, label: t(`policies.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("policies.effectiveFrom")} htmlFor="endorsement-day" required>
          <Input
            id="endorsement-day"
            type="date"
            value={effective}
            onChange={(event) => setEffective(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
};
