import type { AnswerView } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DropZone } from "../../shared/ui/DropZone.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { refreshPayments } from "./refresh.ts";

interface AnswerDropProps {
  readonly title: string;
  readonly say: string;
  readonly accept: string;
  readonly send: (
    file: File,
    onProgress: (part: number) => void,
  ) => Promise<{ readonly answer: AnswerView; readonly repeated: boolean }>;
}

/** Where a file of the bank's is dropped; all of it is taken, or nothing, and what it did is said. */
export const AnswerDrop = ({ title, say, accept, send }: AnswerDropProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState<{ name: string; part: number } | null>(null);
  const read = useMutation({
    mutationFn: (file: File) => send(file, (part) => setBusy({ name: file.name, part })),
    onSettled: () => setBusy(null),
    onSuccess: ({ answer, repeated }) => {
      const { settled, returned, pending } = answer;
      void message.success(
        repeated ? t("payments.answerAgain") : t("payments.answerCounts", { settled, returned, pending }),
      );
      refreshPayments(client);
    },
  });
  return (
    <>
      <DropZone
        title={title}
        say={say}
        accept={accept}
        busy={busy}
        onFiles={([file]) => file && read.mutate(file)}
      />
      {read.error ? <ProblemNote error={read.error} kept /> : null}
    </>
  );
};
