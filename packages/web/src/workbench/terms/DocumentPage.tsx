import { readTermsDocument } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { loadSerif } from "../../shared/theme/fonts.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { Book } from "./Book.tsx";
import { Changes } from "./Changes.tsx";
import { Examples } from "./Examples.tsx";
import { FactsForm } from "./FactsForm.tsx";
import { Result } from "./Result.tsx";
import css from "./Terms.module.css";
import { useDocument } from "./use-document.ts";
import { useFolder } from "./use-folder.ts";

loadSerif();

type Document = z.output<Extract<(typeof readTermsDocument)["output"], z.ZodType>>;

const Head = ({ document, source }: { readonly document: Document; readonly source: string | null }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const folder = useFolder();
  const { from, to } = document.effective;
  return (
    <PageHead
      eyebrow={
        <>
          <Link to="/terms">{t("terms.title")}</Link>
          <Chip>{folder(document.folder)}</Chip>
          <Chip tone="outline">{document.id}</Chip>
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
    />
  );
};

const Open = ({ document }: { readonly document: Document }) => {
  const sandbox = useDocument(document.source);
  return (
    <>
      <Head document={document} source={sandbox.compiled.terms.source} />
      <div className={css.cols}>
        <Book sandbox={sandbox} />
        <div className={css.side}>
          <Result sandbox={sandbox} />
          <FactsForm sandbox={sandbox} />
          <Changes sandbox={sandbox} />
          <Examples sandbox={sandbox} />
        </div>
      </div>
    </>
  );
};

/** One document as a book: its wording, the line that runs beneath each clause, and a sandbox of facts beside it. */
export default function DocumentPage() {
  const { family = "", edition = "" } = useParams();
  const document = useRead(readTermsDocument, { params: { family, edition } });
  return (
    <Reading of={document} lines={10}>
      {(view) => <Open key={view.digest} document={view} />}
    </Reading>
  );
}
