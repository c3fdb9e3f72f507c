import { readTermsDocument } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { loadSerif } from "../../shared/theme/fonts.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { DocumentBook } from "./DocumentBook.tsx";
import drafts from "./drafts/Drafts.module.css";
import { asNextEdition, useBegin } from "./drafts/use-begin.ts";
import { readTerms } from "./engine.ts";
import { Found } from "./Found.tsx";
import { useFolder } from "./use-folder.ts";

loadSerif();

type Document = z.output<Extract<(typeof readTermsDocument)["output"], z.ZodType>>;

/** Where this edition is compared, and where the next one begins from it. */
const Tools = ({ document }: { readonly document: Document }) => {
  const { t } = useTranslation();
  const may = useMay();
  const begin = useBegin();
  return (
    <>
      <Link className={drafts.tool} to={`/terms/compare?a=${document.id}`}>
        {t("compare.link")}
      </Link>
      {may("terms.draft") ? (
        <Button loading={begin.isPending} onClick={() => begin.mutate(asNextEdition(document.source))}>
          {t("drafts.fromThis")}
        </Button>
      ) : null}
      {begin.error ? <ProblemNote error={begin.error} /> : null}
    </>
  );
};

const Head = ({ document }: { readonly document: Document }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const folder = useFolder();
  const { from, to } = document.effective;
  const { source } = readTerms(document.source);
  return (
    <PageHead
      eyebrow={
        <>
          <Link to="/terms">{t("terms.title")}</Link>
          <Chip>{folder(document.folder)}</Chip>
          <Chip tone="outline">{document.id}</Chip>
          <Chip tone="pine">
            {document.signed
              ? t("terms.signedBy", { names: document.signed.by.join("、") })
              : t("terms.signed")}
          </Chip>
          <span className="soft small" title={document.digest}>
            {document.digest.slice(0, 19)}…
          </span>
        </>
      }
      title={document.title}
      say={
        <>
          {to === null
            ? t("terms.since", { from: longDay(from) })
            : t("terms.between", { from: longDay(from), to: longDay(to) })}
          {source ? ` · ${source}` : ""}
        </>
      }
      tools={<Tools document={document} />}
    />
  );
};

/** One edition: a book, its sandbox, its tables' picture and its family's time. */
export default function DocumentPage() {
  const { family = "", edition = "" } = useParams();
  const document = useRead(readTermsDocument, { params: { family, edition } });
  return (
    <Found of={document}>
      {(view) => (
        <div key={view.digest}>
          <Head document={view} />
          <DocumentBook source={view.source} />
        </div>
      )}
    </Found>
  );
}
