import type { ClaimView } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toCents } from "../../shared/format/money.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MoneyBar } from "../../shared/ui/MoneyBar.tsx";
import css from "./Claim.module.css";
import { NextStep } from "./NextStep.tsx";
import { PaymentDialog } from "./PaymentDialog.tsx";
import { useMayOn } from "./use-claim.ts";

/** 应付: what is certain, what is open, and paying the certain part now. */
export const MoneyCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { yuan, line } = useFormat();
  const may = useMayOn(claim);
  const [paying, setPaying] = useState(false);
  const { least, most, ordered, available } = claim.money;
  const payable = (toCents(available) ?? 0n) > 0n && may("payments.prepare");
  return (
    <Card
      title={t("claim.payable")}
      aside={
        claim.settled ? (
          <Chip tone="pine">{t("claim.settled")}</Chip>
        ) : (
          <Chip tone="amber">{t("claim.open")}</Chip>
        )
      }
    >
      <div aria-live="polite">
        <MoneyBar least={least} most={most} ordered={ordered} />
      </div>
      <div className={css.next}>
        <b>{line(claim.next)}</b>
        {payable ? (
          <div>
            <Button type="primary" size="large" block onClick={() => setPaying(true)}>
              {claim.settled
                ? t("claim.payAll", { amount: yuan(available) })
                : t("claim.payCertain", { amount: yuan(available) })}
            </Button>
            <p style={{ marginTop: 8 }}>{claim.settled ? t("claim.law23") : t("claim.law25")}</p>
          </div>
        ) : null}
        <NextStep claim={claim} />
      </div>
      {paying ? <PaymentDialog claim={claim} onClose={() => setPaying(false)} /> : null}
    </Card>
  );
};
