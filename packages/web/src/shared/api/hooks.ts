import type { Operation } from "@goodfaith/platform/contract";
import { keepPreviousData, type QueryKey, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { call, type Input } from "./call.ts";
import type { Problem } from "./problem.ts";

/** The cache key of an operation's answer. */
export const keyOf = (op: { readonly id: string }, input?: unknown): QueryKey =>
  input === undefined ? [op.id] : [op.id, input];

export interface ReadOptions {
  readonly enabled?: boolean;
  /** Keep the last page on screen while the next loads. */
  readonly keep?: boolean;
  /** Read again every so many milliseconds while the page is in view. */
  readonly every_ms?: number;
}

/** Reads by an operation of the contract and keeps the answer. */
export const useRead = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  op: Operation<P, Q, B, O>,
  input: Input<P, Q, B>,
  options: ReadOptions = {},
): UseQueryResult<z.output<O>, Problem> =>
  useQuery<z.output<O>, Problem>({
    queryKey: keyOf(op, { params: input.params, query: input.query }),
    queryFn: ({ signal }) => call(op, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every_ms ? { refetchInterval: options.every_ms } : {}),
  });
