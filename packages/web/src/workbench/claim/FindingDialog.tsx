import type { ClaimView } from "@goodfaith/platform/contract";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { isOrdered, readDraft } from "../fields/draft.ts";
import { FactField } from "../fields/FactField.tsx";
import { type Fact, findByKey, type Located } from "./facts-of.ts";
import { type Finding, useRecordFinding } from "./use-finding.ts";

interface FindingDialogProps {
  readonly claim: ClaimView;
  readonly fact: string;
  readonly onClose: () => void;
}

const Evidence = ({
  claim,
  value,
  onValue,
}: {
  readonly claim: ClaimView;
  readonly value: string | null;
  readonly onValue: (id: string | null) => void;
}) => {
  const { t } = useTranslation();
  const files = claim.evidence.filter(({ withdrawn }) => !withdrawn);
  if (files.length === 0) return null;
  return (
    <Form.Item label={t("claim.findingFile")} htmlFor="finding-file">
      <Select
        id="finding-file"
        aria-label={t("claim.findingFile")}
        allowClear
        value={value}
        onChange={(id: string | undefined) => onValue(id ?? null)}
        options={files.map((file) => ({ value: file.evidenceId, label: file.filename }))}
      />
    </Form.Item>
  );
};

const KINDS = ["value", "not-before", "not-after"] as const;

const useFinding = (fact: Fact, first: Finding["kind"]) => {
  const [kind, setKind] = useState<Finding["kind"]>(first);
  const [draft, setDraft] = useState("");
  const [source, setSource] = useState("");
  const [evidenceId, setEvidence] = useState<string | null>(null);
  const value = readDraft(fact.type, draft);
  const ready = value !== undefined && source.trim().length >= 2;
  return { kind, setKind, draft, setDraft, source, setSource, evidenceId, setEvidence, value, ready };
};

interface EntryProps {
  readonly claim: ClaimView;
  readonly located: Located;
  readonly onClose: () => void;
}

const Entry = ({ claim, located, onClose }: EntryProps) => {
  const { fact, policyId } = located;
  const { t } = useTranslation();
  const ordered = isOrdered(fact.type);
  const form = useFinding(fact, "value");
  const record = useRecordFinding(claim, onClose);
  const { kind, value, source, evidenceId } = form;
  return (
    <Modal
      open
      title={fact.ask ?? fact.name}
      okText={t("claim.record")}
      okButtonProps={{ disabled: !form.ready, loading: record.isPending }}
      onOk={() =>
        record.mutate({ fact: fact.name, kind, value, source: source.trim(), evidenceId, policyId })
      }
      onCancel={onClose}
    >
      <p className="soft" style={{ marginBottom: 14 }}>
        {fact.name}
        {fact.state === "bounded" ? ` · ${t("claim.now", { shows: fact.shows })}` : ""}
      </p>
      <Form layout="vertical">
        {ordered ? (
          <Form.Item label={t("claim.findingKind")}>
            <Segmented
              block
              aria-label={t("claim.findingKind")}
              value={kind}
              onChange={(next) => form.setKind(next)}
              options={KINDS.map((each) => ({ value: each, label: t(`claim.findingKinds.${each}`) }))}
            />
          </Form.Item>
        ) : null}
        <Form.Item label={t(`claim.findingValue.${kind}`)} htmlFor="finding-value" required>
          <FactField
            id="finding-value"
            label={t(`claim.findingValue.${kind}`)}
            type={fact.type}
            options={fact.options}
            draft={form.draft}
            invalid={form.draft !== "" && value === undefined}
            onDraft={form.setDraft}
          />
        </Form.Item>
        <Form.Item
          label={t("claim.findingSource")}
          htmlFor="finding-source"
          required
          help={t("claim.findingSourceHelp")}
        >
          <Input
            id="finding-source"
            maxLength={300}
            value={source}
            onChange={(event) => form.setSource(event.target.value)}
          />
        </Form.Item>
        <Evidence claim={claim} value={evidenceId} onValue={form.setEvidence} />
      </Form>
      {record.error ? <ProblemNote error={record.error} kept /> : null}
    </Modal>
  );
};

/** 录入认定: a value, or a bound, with what shows it. */
export const FindingDialog = ({ claim, fact: name, onClose }: FindingDialogProps) => {
  const located = findByKey(claim, name);
  return located ? <Entry claim={claim} located={located} onClose={onClose} /> : null;
};
