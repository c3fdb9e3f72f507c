import { listDrafts, listTerms } from "@goodfaith/platform/contract";
import { Button, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../../shared/api/hooks.ts";
import { useMay } from "../../../shared/session/use-session.ts";
import { loadSerif } from "../../../shared/theme/fonts.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { Reading } from "../../../shared/ui/Reading.tsx";
import { readTerms, TermsError } from "../engine.ts";
import css from "./Compare.module.css";
import { Examples } from "./Examples.tsx";
import { Clauses, Declared } from "./Parts.tsx";
import { draftAddress, type Text, useText } from "./use-text.ts";

loadSerif();

/** The other edition of a family that stands nearest: what is compared first. */
const neighbour = (all: readonly { id: string; family: string }[], address: string): string => {
  const family = all.filter((one) => one.family === address.split("/")[0]).map(({ id }) => id);
  const at = family.indexOf(address);
  return family[at - 1] ?? family[at + 1] ?? "";
};

const useChoices = () => {
  const { t } = useTranslation();
  const may = useMay();
  const editions = useRead(listTerms, {}).data?.items ?? [];
  const drafts = useRead(listDrafts, {}, { enabled: may("terms.review") }).data?.items ?? [];
  return {
    editions,
    options: [
      ...editions.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
      ...drafts
        .filter(({ status }) => status !== "signed")
        .map(({ draftId, termsId, title }) => ({
          value: draftAddress(draftId),
          label: `${t("drafts.draft")} ${termsId} ${title}`,
        })),
    ],
  };
};

/** Null where a text can be read, else its first error. */
const unreadable = ({ source }: Text): string | null => {
  try {
    readTerms(source);
    return null;
  } catch (error) {
    if (error instanceof TermsError) return error.message.split("\n")[0] ?? "";
    throw error;
  }
};

const Compared = ({ a, b }: { readonly a: Text; readonly b: Text }) => {
  const { t } = useTranslation();
  const wrong = useMemo(() => unreadable(a) ?? unreadable(b), [a, b]);
  if (wrong !== null) return <Empty title={t("compare.unreadable")}>{wrong}</Empty>;
  const pair = { a: a.source, b: b.source };
  const names = { a: a.name, b: b.name === a.name ? `${b.name} ′` : b.name };
  return (
    <div className={css.stack}>
      <Examples pair={pair} names={names} />
      <Clauses pair={pair} names={names} />
      <Declared pair={pair} />
    </div>
  );
};

/** 两版对照: words and effects side by side, and the examples on which they differ. The address says which two. */
export default function ComparePage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const { editions, options } = useChoices();
  const a = query.get("a") ?? "";
  const b = query.get("b") ?? neighbour(editions, a);
  const choose = (side: "a" | "b", value: string): void =>
    setQuery({ a, b, [side]: value }, { replace: true });
  const [before, after] = [useText(a), useText(b)];
  return (
    <>
      <PageHead
        eyebrow={<Link to="/terms">{t("terms.title")}</Link>}
        title={t("compare.title")}
        say={t("compare.say")}
        tools={<Button onClick={() => window.print()}>{t("compare.print")}</Button>}
      />
      <Card className={css.choose} label={t("compare.choose")}>
        {(["a", "b"] as const).map((side) => (
          <div key={side}>
            <span>{t(`compare.side.${side}`)}</span>
            <Select
              showSearch
              aria-label={t(`compare.side.${side}`)}
              style={{ width: "100%" }}
              value={(side === "a" ? a : b) || null}
              options={options}
              onChange={(value: string) => choose(side, value)}
            />
          </div>
        ))}
      </Card>
      {a === "" || b === "" ? (
        <Empty title={t("compare.chooseTwo")} />
      ) : (
        <Reading of={before} lines={8}>
          {(one) => <Reading of={after}>{(two) => <Compared a={one} b={two} />}</Reading>}
        </Reading>
      )}
    </>
  );
}
