import { type ClaimView, readFile } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { Dropping } from "./Dropping.tsx";
import css from "./Facts.module.css";
import { useMayOn } from "./use-claim.ts";
import { WithdrawDialog, type Withdrawing } from "./WithdrawDialog.tsx";

type Evidence = ClaimView["evidence"][number];

const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const FileRow = ({
  claim,
  file,
  onWithdraw,
}: {
  readonly claim: ClaimView;
  readonly file: Evidence;
  readonly onWithdraw: (what: Withdrawing) => void;
}) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMayOn(claim);
  return (
    <li className={css.file}>
      <div>
        <span className={file.withdrawn ? css.withdrawn : undefined}>
          <DownloadLink op={readFile} params={{ caseId: claim.caseId, evidenceId: file.evidenceId }} plain>
            {file.filename}
          </DownloadLink>
        </span>
        {!file.withdrawn && may("claims.handle") ? (
          <Button
            size="small"
            type="text"
            onClick={() => onWithdraw({ kind: "file", id: file.evidenceId, shows: file.filename })}
            aria-label={t("claim.withdrawFile", { file: file.filename })}
          >
            {t("claim.withdraw")}
          </Button>
        ) : null}
      </div>
      <p>
        {t(`claim.fileKind.${file.kind}`)} · {size(file.bytes)} · {file.addedBy} · {when(file.addedAt)}
      </p>
      <p>
        {file.withdrawn ? t("claim.withdrawn") : file.summary}{" "}
        <span title={file.sha256}>sha256 {file.sha256.slice(0, 8)}…</span>
      </p>
    </li>
  );
};

/** 证据: drop files as they are; what each proved; take one back. */
export const EvidenceCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null);
  return (
    <Card title={t("claim.evidence")}>
      {may("claims.collect") ? <Dropping claim={claim} /> : null}
      {claim.evidence.length > 0 ? (
        <ul className={css.files}>
          {claim.evidence.map((file) => (
            <FileRow key={file.evidenceId} claim={claim} file={file} onWithdraw={setWithdrawing} />
          ))}
        </ul>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog claim={claim} what={withdrawing} onClose={() => setWithdrawing(null)} />
      ) : null}
    </Card>
  );
};
