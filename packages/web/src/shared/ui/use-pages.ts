import { useState } from "react";

interface Pages {
  readonly cursor: string | undefined;
  readonly from: (limit: number) => number;
  readonly back: (() => void) | null;
  readonly forward: (next: string | null) => (() => void) | null;
}

/** Walks a list by cursor, back and forth; it starts over when `filter` changes. */
export const usePages = (filter: string): Pages => {
  const [walked, setWalked] = useState<{ filter: string; cursors: readonly string[] }>({
    filter,
    cursors: [],
  });
  const cursors = walked.filter === filter ? walked.cursors : [];
  const go = (next: readonly string[]): void => setWalked({ filter, cursors: next });
  return {
    cursor: cursors.at(-1),
    from: (limit) => cursors.length * limit + 1,
    back: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : null,
    forward: (next) => (next === null ? null : () => go([...cursors, next])),
  };
};
