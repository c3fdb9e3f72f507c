import type { ReactNode } from "react";
import css from "./parts.module.css";
import { useTitle } from "./title.ts";

interface PageHeadProps {
  readonly title: string;
  readonly eyebrow?: ReactNode;
  readonly say?: ReactNode;
  readonly tools?: ReactNode;
}

/** A page's name, one sentence, and what can be done with the whole of it. */
export const PageHead = ({ title, eyebrow, say, tools }: PageHeadProps) => {
  useTitle(title);
  return (
    <header className={css.head}>
      <div>
        {eyebrow ? <div className={css.eyebrow}>{eyebrow}</div> : null}
        <h1>{title}</h1>
        {say ? <p>{say}</p> : null}
      </div>
      {tools ? <div className={css.tools}>{tools}</div> : null}
    </header>
  );
};
