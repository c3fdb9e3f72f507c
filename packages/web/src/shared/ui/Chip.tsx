import type { ReactNode } from "react";
import css from "./parts.module.css";

export type Tone = "plain" | "pine" | "amber" | "cinnabar" | "outline";

const TONES: Record<Tone, string | undefined> = {
  plain: "",
  pine: css.pine,
  amber: css.amber,
  cinnabar: css.cinnabar,
  outline: css.outline,
};

export const Chip = ({
  tone = "plain",
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) => <span className={`${css.chip} ${TONES[tone]}`}>{children}</span>;
