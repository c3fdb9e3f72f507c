import type { DraftStatus } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Chip, type Tone } from "../../../shared/ui/Chip.tsx";

const TONES: Record<DraftStatus, Tone> = {
  draft: "plain",
  submitted: "amber",
  signed: "pine",
  withdrawn: "outline",
};

/** Where a draft stands. */
export const StatusChip = ({ status }: { readonly status: DraftStatus }) => {
  const { t } = useTranslation();
  return <Chip tone={TONES[status]}>{t(`drafts.status.${status}`)}</Chip>;
};
