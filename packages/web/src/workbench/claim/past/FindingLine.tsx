import type { PastDecision } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Chip } from "../../../shared/ui/Chip.tsx";
import css from "./Past.module.css";

type Finding = PastDecision["findings"][number];

/** A finding that a decision rested on, and what became of it since. */
export const FindingLine = ({ finding }: { readonly finding: Finding }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const { withdrawn, fate } = finding;
  return (
    <li className={css.finding}>
      <span>
        {finding.fact} {finding.shows}
        <small>
          {finding.source} · {finding.by} · {when(finding.at)}
          {withdrawn ? ` · ${t("past.withdrawn", { ...withdrawn, at: when(withdrawn.at) })}` : ""}
        </small>
      </span>
      {fate === "stands" ? null : <Chip tone="amber">{t(`past.fate.${fate}`)}</Chip>}
    </li>
  );
};
