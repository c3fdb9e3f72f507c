import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Card } from "../../../shared/ui/Card.tsx";
import css from "../Claim.module.css";
import { useMayOn } from "../use-claim.ts";
import { Agreement } from "./Agreement.tsx";
import { CloseButton, Closed } from "./Closing.tsx";
import { Propose, Refusals } from "./Refusals.tsx";

/** 收尾: refusals and their notice, the agreement, closing and reopening. */
export const EndCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  const { refusals, refusable, agreement, closed } = claim.life;
  const waits = refusals.some(({ status }) => status === "proposed");
  const handles = may("claims.handle");
  if (refusals.length === 0 && !agreement && !closed && !handles) return null;
  return (
    <Card title={t(closed ? "end.closedTitle" : "end.title")}>
      <div className={css.end}>
        <Closed claim={claim} />
        <Refusals claim={claim} />
        {refusable.length > 0 && !waits && handles ? <Propose claim={claim} /> : null}
        <Agreement claim={claim} />
        {handles ? <CloseButton claim={claim} /> : null}
      </div>
    </Card>
  );
};
