import { recordBankResult } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../shared/api/upload.ts";
import { DropZone } from "../../shared/ui/DropZone.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { refreshPayments } from "./refresh.ts";

/** 回盘: the bank's answer to one batch, all or nothing. */
export const BankResult = ({ batchId }: { readonly batchId: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, setBusy] = useState<{ name: string; part: number } | null>(null);
  const read = useMutation({
    mutationFn: (file: File) =>
      upload(
        recordBankResult,
        { params: { batchId }, body: {} },
        { file, onProgress: (part) => setBusy({ name: file.name, part }) },
      ),
    onSettled: () => setBusy(null),
    onSuccess: () => refreshPayments(client),
  });
  return (
    <>
      <DropZone
        title={t("payments.dropResult")}
        say={t("payments.dropResultSay")}
        accept=".csv,.xlsx"
        busy={busy}
        onFiles={([file]) => file && read.mutate(file)}
      />
      {read.error ? <ProblemNote error={read.error} kept /> : null}
    </>
  );
};
