import type { InstructionStatus, PolicyStatus } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";

const POLICY: Record<PolicyStatus, Tone> = {
  "in-force": "pine",
  grace: "amber",
  lapsed: "amber",
  terminated: "plain",
  matured: "outline",
  surrendered: "plain",
};
const INSTRUCTION: Record<InstructionStatus, Tone> = {
  requested: "amber",
  acknowledged: "amber",
  settled: "pine",
  refused: "cinnabar",
  cancelled: "plain",
};

/** 保单状态 */
export const StatusChip = ({ status }: { readonly status: PolicyStatus }) => {
  const { t } = useTranslation();
  return (
    <span>
      <Chip tone={POLICY[status]}>{t(`policies.statusName.${status}`)}</Chip>
    </span>
  );
};

/** How far the core is with an instruction. */
export const InstructionChip = ({ status }: { readonly status: InstructionStatus }) => {
  const { t } = useTranslation();
  return (
    <span>
      <Chip tone={INSTRUCTION[status]}>{t(`policies.instruction.${status}`)}</Chip>
    </span>
  );
};
