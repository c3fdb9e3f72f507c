import type { ReactNode } from "react";
import css from "./parts.module.css";

interface CardProps {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly tone?: "amber";
  readonly className?: string | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A sheet of paper: a quiet title, room to breathe. */
export const Card = ({ title, aside, tone, className, label, children }: CardProps) => (
  <section
    className={[css.card, tone === "amber" ? css.cardAmber : "", className].filter(Boolean).join(" ")}
    aria-label={label}
  >
    {title ? (
      <div className={css.cardTitle}>
        <h2>{title}</h2>
        {aside}
      </div>
    ) : null}
    {children}
  </section>
);
