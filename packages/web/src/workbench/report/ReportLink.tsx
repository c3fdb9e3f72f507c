import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import css from "./Report.module.css";

/** 登记报案: for this insured, or to find the insured first. */
export const ReportLink = ({ partyId }: { readonly partyId?: string }) => {
  const { t } = useTranslation();
  return (
    <Link className={css.link} to={partyId ? `/claims/report?party=${partyId}` : "/claims/report"}>
      {t("report.title")}
    </Link>
  );
};
