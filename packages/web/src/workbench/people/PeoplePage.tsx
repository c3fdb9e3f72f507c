import { exportPeople } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PeopleSearch } from "./PeopleSearch.tsx";

/** 客户: found by a name, a phone, an identity number or a policy number. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const q = search.get("q") ?? "";
  return (
    <>
      <ListHead
        title={t("people.title")}
        say={t("people.say")}
        tools={
          <DownloadLink op={exportPeople} query={{ q: q || undefined }}>
            {t("common.export")}
          </DownloadLink>
        }
      />
      <PeopleSearch to={(partyId) => `/people/${partyId}`} />
    </>
  );
}
