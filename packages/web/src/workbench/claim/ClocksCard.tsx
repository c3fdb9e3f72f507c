import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import css from "./Claim.module.css";

type Clock = ClaimView["clocks"][number];

const tone = (clock: Clock): Tone => {
  if (clock.state === "breached") return "cinnabar";
  if (clock.state === "met") return "pine";
  return clock.state === "running" && (clock.daysLeft ?? 99) <= 5 ? "amber" : "plain";
};

/** 时限: each with its law, whether it runs, and how long is left. */
export const ClocksCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  if (claim.clocks.length === 0) return null;
  const says = (clock: Clock): string =>
    clock.state === "running" && clock.daysLeft !== null
      ? t("claim.daysLeft", { count: clock.daysLeft })
      : t(`claim.clock.${clock.state}`);
  return (
    <Card title={t("claim.clocks")}>
      <ul>
        {claim.clocks.map((clock) => (
          <li key={clock.name} className={css.line}>
            <span>
              {clock.name}
              <small>{[clock.law, clock.due ? when(clock.due) : null].filter(Boolean).join(" · ")}</small>
            </span>
            <Chip tone={tone(clock)}>{says(clock)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
};
