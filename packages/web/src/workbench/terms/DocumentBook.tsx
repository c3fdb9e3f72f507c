import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { Book } from "./Book.tsx";
import { Changes } from "./Changes.tsx";
import { Examples } from "./Examples.tsx";
import { FactsForm } from "./FactsForm.tsx";
import { Family } from "./Family.tsx";
import { Result } from "./Result.tsx";
import { TablePicture } from "./TablePicture.tsx";
import css from "./Terms.module.css";
import { type Sandbox, useDocument } from "./use-document.ts";

const Tables = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t } = useTranslation();
  const { tables } = sandbox.compiled;
  if (tables.length === 0) return null;
  return (
    <Card title={t("terms.picture.title")}>
      <p className="soft small">{t("terms.picture.say")}</p>
      {tables.map((table) => (
        <TablePicture key={table.clause} table={table} />
      ))}
    </Card>
  );
};

/** A document as a book, with the line that runs beneath each clause, and a sandbox of facts beside it. */
export const DocumentBook = ({ source }: { readonly source: string }) => {
  const sandbox = useDocument(source);
  const { id } = sandbox.compiled.terms;
  return (
    <div className={css.cols}>
      <div className={css.side}>
        <Book sandbox={sandbox} />
        <Tables sandbox={sandbox} />
      </div>
      <div className={`${css.side} ${css.beside}`}>
        <Result sandbox={sandbox} />
        <FactsForm sandbox={sandbox} />
        <Changes sandbox={sandbox} />
        <Examples sandbox={sandbox} />
        <Family family={id.slice(0, id.indexOf("/"))} present={id} />
      </div>
    </div>
  );
};
