import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Claim.module.css";

/** What happened to the case, newest first; nothing is ever taken out. */
export const HistoryCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { line, when } = useFormat();
  return (
    <Card title={t("claim.history")}>
      <ol className={css.history}>
        {[...claim.history].reverse().map((event) => (
          <li key={event.version}>
            <span>{line(event)}</span>
            <span className="soft small num">
              {event.by} · {when(event.at)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};
