import type { ClockLine } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import type { Tone } from "../../shared/ui/Chip.tsx";

export type ClockState = ClockLine["state"];

export const TONES: Record<ClockState, Tone> = {
  breached: "cinnabar",
  warning: "amber",
  running: "plain",
  paused: "outline",
  waiting: "outline",
  met: "pine",
  late: "cinnabar",
  ended: "outline",
};

/** Where a subject's own page is. */
export const subjectLink = ({ kind, subjectId }: Pick<ClockLine, "kind" | "subjectId">): string | null =>
  kind === "claim" ? `/claims/${subjectId}` : null;

/** How long is left, or what became of it. */
export const useLeft = () => {
  const { t } = useTranslation();
  return ({ state, daysLeft }: { readonly state: ClockState; readonly daysLeft: number | null }): string => {
    if (daysLeft === null || !(state === "running" || state === "warning" || state === "breached"))
      return t(`clocks.state.${state}`);
    if (daysLeft < 0) return t("clocks.over", { count: -daysLeft });
    return daysLeft === 0 ? t("clocks.today") : t("clocks.left", { count: daysLeft });
  };
};
