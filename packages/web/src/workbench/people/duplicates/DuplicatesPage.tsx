import { listDuplicates } from "@goodfaith/platform/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../../shared/api/hooks.ts";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { ListHead } from "../../../shared/ui/ListHead.tsx";
import { PagedList } from "../../../shared/ui/PagedList.tsx";
import { usePages } from "../../../shared/ui/use-pages.ts";
import css from "./Duplicates.module.css";
import { JudgeDialog, type Judging } from "./JudgeDialog.tsx";
import { PairCard } from "./PairCard.tsx";

const LIMIT = 20;

/** 疑似重复档案: records that are likely one person's, for a person to judge. */
export default function DuplicatesPage() {
  const { t } = useTranslation();
  const pages = usePages(LIMIT);
  const list = useRead(listDuplicates, { query: pages.query }, { keep: true });
  const [judging, setJudging] = useState<Judging | null>(null);
  return (
    <>
      <ListHead title={t("duplicates.title")} say={t("duplicates.say")} />
      <PagedList of={list} pages={pages}>
        {({ items, foot }) => (
          <div className={css.list}>
            {items.length === 0 ? (
              <Empty title={t("duplicates.none")}>
                <p>{t("duplicates.noneSay")}</p>
              </Empty>
            ) : null}
            {items.map((pair) => (
              <PairCard
                key={pair.records.map(({ partyId }) => partyId).join(" ")}
                pair={pair}
                onJudge={setJudging}
              />
            ))}
            {foot}
          </div>
        )}
      </PagedList>
      {judging ? <JudgeDialog judging={judging} onClose={() => setJudging(null)} /> : null}
    </>
  );
}
