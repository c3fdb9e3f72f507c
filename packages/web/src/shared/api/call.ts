import type { Operation } from "@goodfaith/platform/contract";
import type { z } from "zod";
import { misshapen, readProblem, unreachable } from "./problem.ts";
import { idempotencyKey, urlOf } from "./request.ts";

/** What the operation leaves out is typed as the whole `ZodType`; then the caller gives nothing. */
type Given<S extends z.ZodType> = z.ZodType extends S ? undefined : z.input<S>;
type Part<Name extends string, T> = undefined extends T
  ? { readonly [K in Name]?: T }
  : { readonly [K in Name]: T };
type QueryPart<Q extends z.ZodType> = z.ZodType extends Q ? { query?: undefined } : { query?: z.input<Q> };

export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<"params", Given<P>> &
  QueryPart<Q> &
  Part<"body", Given<B>>;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** One key for one intention: a retry of the same press gives the first answer again. */
  readonly key?: string;
}

const send = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
};

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** Checks an answer by the operation's own shape. */
export const accept = <O extends z.ZodType>(
  id: string,
  output: O | "download",
  status: number,
  body: unknown,
): z.output<O> => {
  if (status >= 400) throw readProblem(status, body);
  if (output === "download") throw misshapen(id);
  const parsed = output.safeParse(body);
  if (!parsed.success) {
    console.error(id, parsed.error.issues);
    throw misshapen(id);
  }
  return parsed.data;
};

/** Calls an operation of the contract; types follow from its declaration. Throws `Problem`. */
export const call = async <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
>(
  op: Operation<P, Q, B, O>,
  input: Input<P, Q, B>,
  options: CallOptions = {},
): Promise<z.output<O>> => {
  const headers: Record<string, string> = { accept: "application/json" };
  if (input.body !== undefined) headers["content-type"] = "application/json";
  if (op.creates) headers["idempotency-key"] = options.key ?? idempotencyKey();
  const response = await send(urlOf(op.path, input.params, input.query), {
    method: op.method,
    headers,
    credentials: "same-origin",
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return accept(op.id, op.output, response.status, await jsonOf(response));
};
