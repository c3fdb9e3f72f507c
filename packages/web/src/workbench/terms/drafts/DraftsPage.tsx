import { type DraftSummary, listDrafts } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRead } from "../../../shared/api/hooks.ts";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useMay } from "../../../shared/session/use-session.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { DataTable } from "../../../shared/ui/DataTable.tsx";
import { DropZone } from "../../../shared/ui/DropZone.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import { Reading } from "../../../shared/ui/Reading.tsx";
import css from "./Drafts.module.css";
import { StatusChip } from "./StatusChip.tsx";
import { TEMPLATE } from "./template.ts";
import { useBegin } from "./use-begin.ts";

const List = ({ items }: { readonly items: readonly DraftSummary[] }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  return (
    <DataTable<DraftSummary>
      caption={t("drafts.title")}
      rows={items}
      rowKey={({ draftId }) => draftId}
      empty={<Empty title={t("drafts.none")}>{t("drafts.noneWhy")}</Empty>}
      columns={[
        {
          key: "title",
          name: t("drafts.draft"),
          show: ({ draftId, title, termsId }) => (
            <div>
              <Link to={`/terms/drafts/${draftId}`}>{title || t("drafts.nameless")}</Link>{" "}
              <span className="soft small">{termsId}</span>
            </div>
          ),
        },
        { key: "status", name: t("drafts.state"), show: ({ status }) => <StatusChip status={status} /> },
        {
          key: "signatures",
          name: t("drafts.signatures"),
          show: ({ signatures }) =>
            signatures.length === 0 ? "—" : signatures.map(({ name }) => name).join("、"),
        },
        {
          key: "authors",
          name: t("drafts.authors"),
          show: ({ authors }) => authors.map(({ name }) => name).join("、"),
        },
        { key: "changed", name: t("drafts.changed"), show: ({ changedAt }) => when(changedAt) },
      ]}
    />
  );
};

const Begin = () => {
  const { t } = useTranslation();
  const begin = useBegin();
  return (
    <Card title={t("drafts.begin")}>
      {begin.error ? <ProblemNote error={begin.error} /> : null}
      <div className={css.begin}>
        <DropZone
          title={t("drafts.upload")}
          say={t("drafts.uploadSay")}
          accept=".yaml,.yml"
          onFiles={([file]) => file && begin.mutate(file)}
        />
        <div>
          <Button loading={begin.isPending} onClick={() => begin.mutate(TEMPLATE)}>
            {t("drafts.fromTemplate")}
          </Button>
          <p className="soft small">{t("drafts.orFrom")}</p>
        </div>
      </div>
    </Card>
  );
};

/** 草稿: what is being written, what waits for a signature, what was signed or withdrawn. */
export default function DraftsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const list = useRead(listDrafts, {});
  return (
    <>
      <PageHead
        eyebrow={<Link to="/terms">{t("terms.title")}</Link>}
        title={t("drafts.title")}
        say={t("drafts.say")}
      />
      <div className={css.stack}>
        {may("terms.draft") ? <Begin /> : null}
        <Reading of={list}>{({ items }) => <List items={items} />}</Reading>
      </div>
    </>
  );
}
