import css from "./Feel.module.css";
import { feelPieces } from "./feel.ts";

/** FEEL with its parts told apart by colour and weight; a reader hears the plain line. */
export const Feel = ({ source, test = false }: { readonly source: string; readonly test?: boolean }) => (
  <code className={css.feel}>
    {feelPieces(source, test ? "test" : "expression").map(({ from, text, kind }) => (
      <span key={from} className={kind ? css[kind] : undefined}>
        {text}
      </span>
    ))}
  </code>
);
