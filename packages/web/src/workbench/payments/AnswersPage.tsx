import { listBankAnswers, readBankAnswer } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { upload } from "../../shared/api/upload.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { AnswerDrop } from "./AnswerDrop.tsx";
import { AnswersTable } from "./AnswersTable.tsx";

const LIMIT = 25;

/** 银行答复: messages of any batch are read here; every file ever read, with what it changed. */
export default function AnswersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const pages = usePages(LIMIT);
  const list = useRead(listBankAnswers, { query: pages.query }, { keep: true });
  return (
    <>
      <ListHead
        title={t("payments.answers")}
        say={t("payments.answersSay")}
        tools={<Link to="/payments">{t("payments.toPayments")}</Link>}
      />
      {may("payments.send") ? (
        <AnswerDrop
          title={t("payments.dropMessage")}
          say={t("payments.dropMessageSay")}
          accept=".xml"
          send={async (file, onProgress) =>
            upload(readBankAnswer, { params: undefined, body: {} }, { file, onProgress })
          }
        />
      ) : null}
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <AnswersTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
    </>
  );
}
