import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import person from "../person/Person.module.css";
import { AskDialog } from "./AskDialog.tsx";
import { InstructionActs } from "./InstructionActs.tsx";
import type { Policy } from "./PolicyPage.tsx";
import { InstructionChip } from "./StatusChip.tsx";

/** 批单: what was asked for, how far the core is, and the way to ask for more. */
export const Endorsements = ({ policy }: { readonly policy: Policy }) => {
  const { t } = useTranslation();
  const { when, longDay } = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title={t("policies.endorsements")}
      aside={
        may("policies.endorse") && policy.mayAsk.length > 0 ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t("policies.ask")}
          </Button>
        ) : null
      }
    >
      {policy.endorsements.length === 0 ? <p className="soft">{t("policies.noEndorsement")}</p> : null}
      <ul>
        {policy.endorsements.map(({ endorsementId, kind, effective, note, instruction }) => (
          <li key={endorsementId} className={person.item}>
            <span>
              <b>{t(`policies.kind.${kind}`)}</b>
              <small>
                {t("policies.from", { day: longDay(effective) })} · {instruction.by} · {when(instruction.at)}
              </small>
              <small>{note}</small>
              {instruction.reason ? (
                <small>{t("policies.because", { reason: instruction.reason })}</small>
              ) : null}
              {instruction.contradicted ? <small>{t("policies.contradicted")}</small> : null}
              <InstructionActs instruction={instruction} />
            </span>
            <InstructionChip status={instruction.status} />
          </li>
        ))}
      </ul>
      {asking ? <AskDialog policy={policy} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
};
