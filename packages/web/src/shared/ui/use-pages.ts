import { useState } from "react";

export interface Pages {
  /** What to ask for: the page's length, and where it begins. */
  readonly query: { readonly limit: number; readonly cursor?: string };
  /** The number of the page's first row, from 1. */
  readonly from: number;
  readonly back: (() => void) | null;
  readonly forward: (next: string | null) => (() => void) | null;
}

/** Walks a list by cursor, back and forth, `limit` rows at a time; it starts over when `filter` changes. */
export const usePages = (limit: number, filter: unknown = null): Pages => {
  const key = JSON.stringify(filter);
  const [walked, setWalked] = useState<{ key: string; cursors: readonly string[] }>({ key, cursors: [] });
  const cursors = walked.key === key ? walked.cursors : [];
  const go = (next: readonly string[]): void => setWalked({ key, cursors: next });
  const cursor = cursors.at(-1);
  return {
    query: { limit, ...(cursor === undefined ? {} : { cursor }) },
    from: cursors.length * limit + 1,
    back: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : null,
    forward: (next) => (next === null ? null : () => go([...cursors, next])),
  };
};
