import { listTerms, type TermsSummary } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { loadSerif } from "../../shared/theme/fonts.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import drafts from "./drafts/Drafts.module.css";
import css from "./Terms.module.css";
import { useFolder } from "./use-folder.ts";

loadSerif();

type Summary = z.infer<typeof TermsSummary>;

/** The shelves, each with its documents, in the order in which they come. */
const shelves = (items: readonly Summary[]): [string, Summary[]][] => {
  const folders = new Map<string, Summary[]>();
  for (const item of items) folders.set(item.folder, [...(folders.get(item.folder) ?? []), item]);
  return [...folders];
};

const Book = ({ terms }: { readonly terms: Summary }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const { from, to } = terms.effective;
  return (
    <Link className={css.bookLink} to={`/terms/${terms.family}/${terms.edition}`}>
      <b>{terms.title}</b>
      <span>
        {to === null
          ? t("terms.since", { from: longDay(from) })
          : t("terms.between", { from: longDay(from), to: longDay(to) })}
      </span>
      <span>
        <Chip>{t(`terms.kind.${terms.kind}`)}</Chip>{" "}
        {t("terms.counts", { clauses: terms.clauses, examples: terms.examples })}
        {terms.policies > 0 ? ` · ${t("terms.policies", { count: terms.policies })}` : ""}
      </span>
    </Link>
  );
};

/** 条款库: every document that decides something here. */
export default function TermsPage() {
  const { t } = useTranslation();
  const folder = useFolder();
  const may = useMay();
  const list = useRead(listTerms, {});
  return (
    <>
      <PageHead
        title={t("terms.title")}
        say={t("terms.say")}
        tools={
          <>
            <Link className={drafts.tool} to="/terms/compare">
              {t("compare.title")}
            </Link>
            {may("terms.review") ? (
              <Link className={drafts.tool} to="/terms/drafts">
                {t("drafts.title")}
              </Link>
            ) : null}
          </>
        }
      />
      <Reading of={list}>
        {({ items }) => (
          <div className={css.shelf}>
            {items.length === 0 ? <Empty title={t("terms.nothing")} /> : null}
            {shelves(items).map(([name, documents]) => (
              <section key={name}>
                <h2>{folder(name)}</h2>
                <div className={css.books}>
                  {documents.map((terms) => (
                    <Book key={terms.id} terms={terms} />
                  ))}
                </div>
              </section>
            ))}
          </div>
        )}
      </Reading>
    </>
  );
}
