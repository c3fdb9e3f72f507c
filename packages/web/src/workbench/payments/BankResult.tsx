import { recordBankResult } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { upload } from "../../shared/api/upload.ts";
import { AnswerDrop } from "./AnswerDrop.tsx";

/** 回盘: the bank's answer to one batch, all or nothing. */
export const BankResult = ({ batchId }: { readonly batchId: string }) => {
  const { t } = useTranslation();
  return (
    <AnswerDrop
      title={t("payments.dropResult")}
      say={t("payments.dropResultSay")}
      accept=".csv,.xlsx,.xml"
      send={(file, onProgress) =>
        upload(recordBankResult, { params: { batchId }, body: {} }, { file, onProgress })
      }
    />
  );
};
