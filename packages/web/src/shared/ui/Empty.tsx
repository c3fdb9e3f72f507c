import type { ReactNode } from "react";
import css from "./parts.module.css";

interface EmptyProps {
  readonly title: string;
  /** True where this is all that the page has to say. */
  readonly whole?: boolean;
  readonly children?: ReactNode;
}

/** Nothing here, and what that means. */
export const Empty = ({ title, whole = false, children }: EmptyProps) => (
  <div className={css.empty}>
    <svg width="54" height="40" viewBox="0 0 54 40" fill="none" aria-hidden="true">
      <path d="M9 35h36" stroke="#c9c6ba" strokeWidth="1.5" strokeLinecap="round" />
      <rect x="14" y="6" width="26" height="29" rx="3" fill="#fff" stroke="#c9c6ba" strokeWidth="1.5" />
      <path d="M20 14h14M20 20h14M20 26h8" stroke="#d9d6cb" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
    {whole ? <h1>{title}</h1> : <b>{title}</b>}
    {children}
  </div>
);
