import { type ClaimView, readClaim } from "@goodfaith/platform/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { loadSerif } from "../../shared/theme/fonts.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { Recuse } from "../access/Recuse.tsx";
import { AsksCard } from "./AsksCard.tsx";
import css from "./Claim.module.css";
import { ClocksCard } from "./clocks/ClocksCard.tsx";
import { EvidenceCard } from "./EvidenceCard.tsx";
import { EndCard } from "./end/EndCard.tsx";
import { FactsCard } from "./FactsCard.tsx";
import { FindingDialog } from "./FindingDialog.tsx";
import { openFirst } from "./facts-of.ts";
import { HistoryCard } from "./HistoryCard.tsx";
import { MoneyCard } from "./MoneyCard.tsx";
import { PaymentsCard } from "./PaymentsCard.tsx";
import { PolicyCard } from "./PolicyCard.tsx";
import { DecisionsCard } from "./past/DecisionsCard.tsx";

loadSerif();

const Head = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  return (
    <PageHead
      eyebrow={
        <>
          <Chip tone={claim.status === "paid" ? "pine" : "plain"}>{t(`claims.status.${claim.status}`)}</Chip>
          <Chip tone="outline">{claim.number}</Chip>
          <SampleBadge shown={claim.sample} />
        </>
      }
      title={claim.title}
      say={
        <>
          {t("claim.insured")} <Link to={`/people/${claim.partyId}`}>{claim.insuredName}</Link> ·{" "}
          {t("claim.opened", { day: longDay(claim.openedAt) })}
          {claim.handler ? ` · ${t("claim.handler", { name: claim.handler })}` : ""}
        </>
      }
    />
  );
};

const Board = ({ claim }: { readonly claim: ClaimView }) => {
  const [search] = useSearchParams();
  const [entering, setEntering] = useState<string | null>(null);
  return (
    <>
      <Head claim={claim} />
      <div className={css.grid}>
        <aside className={`${css.side} ${css.stack}`}>
          <MoneyCard claim={claim} />
          <AsksCard claim={claim} onEnter={setEntering} />
          <ClocksCard claim={claim} />
          <PaymentsCard claim={claim} />
          <EndCard claim={claim} />
          <Recuse caseId={claim.caseId} />
        </aside>
        <div className={`${css.facts} ${css.stack}`}>
          <FactsCard claim={claim} marked={search.get("fact")} onEnter={setEntering} />
          <EvidenceCard claim={claim} />
        </div>
        <div className={`${css.clauses} ${css.stack}`}>
          {openFirst(claim.policies).map((policy) => (
            <PolicyCard key={policy.policyId} claim={claim} policy={policy} onEnter={setEntering} />
          ))}
        </div>
      </div>
      <div className={`${css.below} ${css.stack}`}>
        <DecisionsCard claim={claim} />
        <HistoryCard claim={claim} />
      </div>
      {entering === null ? null : (
        <FindingDialog key={entering} claim={claim} fact={entering} onClose={() => setEntering(null)} />
      )}
    </>
  );
};

/** 案件: facts and their evidence, the clauses they light, the money between its bounds, the one next thing. */
export default function ClaimPage() {
  const { caseId = "" } = useParams();
  const claim = useRead(readClaim, { params: { caseId } });
  return (
    <Reading of={claim} lines={10}>
      {(view) => <Board key={view.caseId} claim={view} />}
    </Reading>
  );
}
