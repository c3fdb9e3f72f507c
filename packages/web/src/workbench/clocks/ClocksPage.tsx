import { exportClocks, listClocks } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { ClocksTable } from "./ClocksTable.tsx";
import { FeedCard } from "./FeedCard.tsx";
import { Filters } from "./Filters.tsx";
import { useFilter } from "./use-filter.ts";

const LIMIT = 25;

/** 时限: every clock of the institution, the first to end first. */
export default function ClocksPage() {
  const { t } = useTranslation();
  const filter = useFilter();
  const pages = usePages(LIMIT, filter.chosen);
  const list = useRead(listClocks, { query: { ...pages.query, ...filter.chosen } }, { keep: true });
  return (
    <>
      <ListHead
        title={t("clocks.title")}
        say={t("clocks.say")}
        tools={
          <DownloadLink op={exportClocks} query={filter.chosen}>
            {t("common.export")}
          </DownloadLink>
        }
      />
      <Filters filter={filter} />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <ClocksTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
      <FeedCard />
    </>
  );
}
