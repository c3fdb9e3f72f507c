import { exportAudit, listAudit } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { ChainCard } from "./ChainCard.tsx";
import { Filters } from "./Filters.tsx";
import { NotesTable } from "./NotesTable.tsx";
import { useFilter } from "./use-filter.ts";

const LIMIT = 30;

/** 留痕: who did and looked at what, and the proof that nobody has changed it since. */
export default function AuditPage() {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter();
  const pages = usePages(LIMIT, filter);
  const list = useRead(listAudit, { query: { ...pages.query, ...filter } }, { keep: true });
  return (
    <>
      <ListHead
        title={t("audit.title")}
        say={t("audit.say")}
        tools={
          <DownloadLink op={exportAudit} query={filter}>
            {t("audit.export")}
          </DownloadLink>
        }
      />
      <ChainCard />
      <Filters filter={filter} onFilter={setFilter} />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => (
          <NotesTable
            rows={items}
            busy={busy}
            filtered={Object.keys(filter).length > 0}
            onAll={() => setFilter({})}
            foot={foot}
          />
        )}
      </PagedList>
    </>
  );
}
