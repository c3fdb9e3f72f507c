import { type DraftView, readDraft } from "@goodfaith/platform/contract";
import { Button, Segmented } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useRead } from "../../../shared/api/hooks.ts";
import { loadSerif } from "../../../shared/theme/fonts.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip } from "../../../shared/ui/Chip.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { DocumentBook } from "../DocumentBook.tsx";
import { readTerms, TermsError } from "../engine.ts";
import { Found } from "../Found.tsx";
import css from "./Drafts.module.css";
import { Editor, goToLine } from "./Editor.tsx";
import { Problems } from "./Problems.tsx";
import { Signing } from "./Signing.tsx";
import { Steps } from "./Steps.tsx";
import { Trial } from "./Trial.tsx";
import { useCheck } from "./use-check.ts";
import { useDraftAct } from "./use-draft.ts";

loadSerif();

type Tab = "text" | "book" | "trial";
const TABS = ["text", "book", "trial"] as const;

/** The browser asks before a text that is not kept is left. */
const useGuard = (dirty: boolean): void => {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);
};

/** The text with its check, its signing and its steps. */
const useDraftText = (read: DraftView) => {
  const [view, setView] = useState(read);
  const [text, setText] = useState(read.source);
  const dirty = text !== view.source;
  // While nothing is typed the page follows what others do; a text that is not kept stays, and saving tells.
  if (!dirty && read.version > view.version) {
    setView(read);
    setText(read.source);
  }
  useGuard(dirty);
  const act = useDraftAct(view, (next) => {
    setView(next);
    setText((now) => (now === text ? next.source : now));
  });
  return { view, text, setText, dirty, act, checked: useCheck(text, view.neighbours) };
};
type DraftText = ReturnType<typeof useDraftText>;

const TextTab = ({ draft }: { readonly draft: DraftText }) => {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const { view, text, setText, dirty, act, checked } = draft;
  const errors = checked.problems.filter(({ severity }) => severity === "error");
  return (
    <div className={css.cols}>
      <Card
        title={t("drafts.text")}
        aside={
          view.may.edit ? (
            <Button
              type="primary"
              disabled={!dirty}
              loading={act.isPending}
              onClick={() => act.mutate({ act: "save", source: text })}
            >
              {dirty ? t("drafts.save") : t("drafts.saved")}
            </Button>
          ) : (
            <Chip tone="outline">{t("drafts.readOnly")}</Chip>
          )
        }
      >
        <Editor
          text={text}
          readOnly={!view.may.edit}
          wrong={new Set(errors.map(({ line }) => line))}
          area={area}
          onText={setText}
        />
      </Card>
      <div className={css.stack}>
        <Problems checked={checked} onLine={(line) => goToLine(area.current, line)} />
        <Signing
          view={view}
          act={act}
          dirty={dirty}
          unfit={checked.state === "checking" || errors.length > 0}
        />
        <Steps view={view} onText={setText} />
      </div>
    </div>
  );
};

/** The text on screen as a book, while it can be read. */
const BookTab = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const readable = useMemo(() => {
    try {
      readTerms(text);
      return true;
    } catch (error) {
      if (error instanceof TermsError) return false;
      throw error;
    }
  }, [text]);
  return readable ? (
    <DocumentBook key={text} source={text} />
  ) : (
    <Empty title={t("drafts.noBook")}>{t("drafts.noBookWhy")}</Empty>
  );
};

/** The edition of the family that the draft is most likely to follow. */
const latestOf = ({ termsId, neighbours }: DraftView): string => {
  const family = termsId.slice(0, termsId.indexOf("/") + 1);
  const own = family === "" ? [] : neighbours.filter(({ file }) => file.startsWith(family));
  return own.at(-1)?.file ?? "";
};

const Opened = ({ read }: { readonly read: DraftView }) => {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>("text");
  const draft = useDraftText(read);
  const { view } = draft;
  return (
    <>
      <PageHead
        eyebrow={
          <>
            <Link to="/terms">{t("terms.title")}</Link>
            <Link to="/terms/drafts">{t("drafts.title")}</Link>
            <Chip tone="outline">{view.termsId || t("drafts.nameless")}</Chip>
          </>
        }
        title={view.title || t("drafts.nameless")}
        say={t("drafts.writtenBy", { names: view.authors.map(({ name }) => name).join("、") })}
        tools={
          <Link className={css.tool} to={`/terms/compare?a=${latestOf(view)}&b=draft:${view.draftId}`}>
            {t("compare.link")}
          </Link>
        }
      />
      <Segmented
        className={css.tabs}
        aria-label={t("drafts.tabs")}
        value={tab}
        onChange={setTab}
        options={TABS.map((value) => ({ value, label: t(`drafts.tab.${value}`) }))}
      />
      {tab === "text" ? <TextTab draft={draft} /> : null}
      {tab === "book" ? <BookTab text={draft.text} /> : null}
      {tab === "trial" ? <Trial view={view} /> : null}
    </>
  );
};

/** One draft: written, checked as it is typed, tried, signed. */
export default function DraftPage() {
  const { draftId = "" } = useParams();
  const draft = useRead(readDraft, { params: { draftId } });
  return <Found of={draft}>{(view) => <Opened key={view.draftId} read={view} />}</Found>;
}
