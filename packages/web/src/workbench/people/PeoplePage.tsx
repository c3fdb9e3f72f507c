import { exportPeople } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useMay } from "../../shared/session/use-session.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import parts from "../../shared/ui/parts.module.css";
import { PeopleSearch } from "./PeopleSearch.tsx";

/** 客户: found by a name, a phone, an identity number or a policy number. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useSearchParams();
  const q = search.get("q") ?? "";
  return (
    <>
      <ListHead
        title={t("people.title")}
        say={t("people.say")}
        tools={
          <>
            {may("people.join") ? (
              <Link className={parts.linkButton} to="/people/duplicates">
                {t("duplicates.link")}
              </Link>
            ) : null}
            <DownloadLink op={exportPeople} query={{ q: q || undefined }}>
              {t("common.export")}
            </DownloadLink>
          </>
        }
      />
      <PeopleSearch to={(partyId) => `/people/${partyId}`} />
    </>
  );
}
