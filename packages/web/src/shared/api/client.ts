import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem.ts";

const WORTH_ANOTHER_TRY = new Set([0, 502, 503, 504]);

const retry = (count: number, error: unknown): boolean =>
  error instanceof Problem && error.code !== "contract" && WORTH_ANOTHER_TRY.has(error.status) && count < 2;

/** The page's memory of answers. A session that ended is noticed wherever it shows. */
export const makeClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Problem && error.status === 401)
          void client.invalidateQueries({ queryKey: ["access.whoAmI"] });
      },
    }),
    defaultOptions: {
      queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
  return client;
};
