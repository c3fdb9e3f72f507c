import { readParty } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { PeopleSearch } from "../people/PeopleSearch.tsx";
import { Cases } from "../person/Covers.tsx";
import { insuredCovers } from "./covers.ts";
import css from "./Report.module.css";
import { ReportForm } from "./ReportForm.tsx";

const Find = () => {
  const { t } = useTranslation();
  const staff = useStaff();
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("report.title")}
        say={t("report.findSay")}
      />
      <PeopleSearch to={(partyId) => `/claims/report?party=${partyId}`} />
    </>
  );
};

const For = ({ partyId }: { readonly partyId: string }) => {
  const { t } = useTranslation();
  const party = useRead(readParty, { params: { partyId } });
  return (
    <Reading of={party}>
      {(view) => (
        <>
          <PageHead
            eyebrow={<SampleBadge shown={view.sample} />}
            title={t("report.titleOf", { name: view.name })}
            say={t("report.say")}
            tools={<Link to="/claims/report">{t("report.another")}</Link>}
          />
          {insuredCovers(view).length === 0 ? (
            <Empty title={t("report.none")}>
              <p>{t("report.noneSay")}</p>
            </Empty>
          ) : (
            <div className={css.grid}>
              <ReportForm key={view.partyId} party={view} />
              <Cases party={view} />
            </div>
          )}
        </>
      )}
    </Reading>
  );
};

/** 登记报案: the insured first, then the report. */
export default function ReportPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useSearchParams();
  const partyId = search.get("party");
  if (!may("claims.report")) return <Empty whole title={t("common.forbidden")} />;
  return partyId ? <For partyId={partyId} /> : <Find />;
}
