import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import { Pager } from "./DataTable.tsx";
import { Reading } from "./Reading.tsx";
import type { Pages } from "./use-pages.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

interface PagedListProps<T> {
  readonly of: UseQueryResult<Page<T>, Problem>;
  readonly pages: Pages;
  readonly lines?: number;
  readonly children: (list: {
    readonly items: readonly T[];
    /** The last page still stands while the next one loads. */
    readonly busy: boolean;
    /** Where in the list this page stands, and the way on. */
    readonly foot: ReactNode;
  }) => ReactNode;
}

/** A list read page by page: bones, a problem, or its rows with the way on. */
export const PagedList = <T,>({ of, pages, lines = 6, children }: PagedListProps<T>) => (
  <Reading of={of} lines={lines}>
    {({ items, next, total }) =>
      children({
        items,
        busy: of.isPlaceholderData,
        foot: (
          <Pager
            from={pages.from}
            count={items.length}
            total={total}
            onBack={pages.back}
            onNext={pages.forward(next)}
          />
        ),
      })
    }
  </Reading>
);
