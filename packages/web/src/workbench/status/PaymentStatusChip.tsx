import { PaymentStatus } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";

const TONES: Record<PaymentStatus, Tone> = {
  pending: "amber",
  approved: "pine",
  rejected: "cinnabar",
  sent: "plain",
  settled: "pine",
  returned: "cinnabar",
};

/** Where a payment order stands. */
export const PaymentStatusChip = ({ status }: { readonly status: string }) => {
  const { t } = useTranslation();
  const known = PaymentStatus.safeParse(status);
  return known.success ? (
    <Chip tone={TONES[known.data]}>{t(`payments.status.${known.data}`)}</Chip>
  ) : (
    <Chip>{status}</Chip>
  );
};
