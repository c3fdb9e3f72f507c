import type { ReactNode } from "react";
import { urlOf } from "../api/request.ts";
import css from "./parts.module.css";

interface DownloadLinkProps {
  readonly op: { readonly path: string };
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** A plain link to an operation that answers with a file, so that the browser saves it. */
export const DownloadLink = ({ op, params, query, plain, children }: DownloadLinkProps) => (
  <a className={plain ? undefined : css.linkButton} href={urlOf(op.path, params, query)} download>
    {children}
  </a>
);
