import { listPeople } from "@goodfaith/platform/contract";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { PeopleTable } from "./PeopleTable.tsx";

const LIMIT = 25;

interface PeopleSearchProps {
  /** Where a person's name leads. */
  readonly to: (partyId: string) => string;
}

/** Finds people by a name, a phone, an identity number or a policy number; the words stay in the address. */
export const PeopleSearch = ({ to }: PeopleSearchProps) => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const q = search.get("q") ?? "";
  const chosen = q ? { q } : {};
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listPeople, { query: { ...pages.query, ...chosen } }, { keep: true });
  return (
    <>
      <search>
        <Input.Search
          allowClear
          size="large"
          style={{ maxWidth: 480, marginBottom: 16 }}
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          defaultValue={q}
          onSearch={(value) => setSearch(value.trim() ? { q: value.trim() } : {}, { replace: true })}
        />
      </search>
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <PeopleTable rows={items} to={to} busy={busy} foot={foot} />}
      </PagedList>
    </>
  );
};
