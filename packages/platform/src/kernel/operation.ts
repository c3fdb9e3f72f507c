import type { z } from "zod";

/** What a member of staff may do. Roles are sets of these (see access). */
export const PERMISSIONS = [
  "today.read",
  "people.read",
  "people.reveal",
  "people.join",
  "policies.read",
  "policies.endorse",
  "policies.approve",
  "core.manage",
  "claims.read",
  "claims.report",
  "claims.collect",
  "claims.handle",
  "claims.approve",
  "payments.read",
  "payments.prepare",
  "payments.approve",
  "payments.send",
  "payments.hold",
  "terms.read",
  "terms.review",
  "terms.draft",
  "terms.sign",
  "imports.run",
  "messages.read",
  "audit.read",
  "access.manage",
  "access.break-glass",
  "access.review",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who may call an operation: nobody signed in, anyone of staff with a permission, or a consumer. */
export type Who =
  | { readonly anyone: true }
  | { readonly staff: Permission }
  | { readonly signedIn: true }
  | { readonly consumer: true };

type Shape = z.ZodType;

/**
 * One way in: method, path under `/api/v1`, who may use it, and its shapes. The declaration is pure, so the browser
 * reads it too; the capability's `api.ts` joins it to a function, and `http` only maps one to the other.
 */
export interface Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Output extends Shape = Shape,
> {
  readonly id: string;
  readonly method: "GET" | "POST" | "DELETE" | "PUT";
  /** With `:name` for parameters. */
  readonly path: string;
  readonly who: Who;
  /** zh and en, one sentence. */
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params?: Params;
  readonly query?: Query;
  /** A JSON body. An operation that takes a file says `file` instead: multipart with one `file` part and the body's fields. */
  readonly body?: Body;
  readonly file?: { readonly maxBytes: number };
  /** JSON, or a download (`{ filename, mediaType, content }`). */
  readonly output: Output | "download";
  /** True where the POST creates something: then `Idempotency-Key` is required, and a repeat gives the first answer. */
  readonly creates?: boolean;
}

type Nothing = z.ZodUndefined;

/** Declares an operation. What is not declared is `undefined` in the types of its input; a download has no output shape. */
export function operation<P extends Shape = Nothing, Q extends Shape = Nothing, B extends Shape = Nothing>(
  o: Operation<P, Q, B, z.ZodNever> & { readonly output: "download" },
): Operation<P, Q, B, z.ZodNever>;
export function operation<
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape = Nothing,
  O extends Shape = z.ZodNever,
>(o: Operation<P, Q, B, O>): Operation<P, Q, B, O>;
export function operation(o: Operation): Operation {
  return o;
}

type In<S> = S extends Shape ? z.input<S> : never;
type Parsed<S> = S extends Shape ? z.output<S> : never;
type Given<S> = Exclude<S, undefined>;

/** What a caller gives. */
export interface CallInput<Op extends Operation> {
  params: In<Given<Op["params"]>>;
  query: In<Given<Op["query"]>>;
  body: In<Given<Op["body"]>>;
}

/** What the function behind it gets, parsed. */
export interface ParsedInput<Op extends Operation> {
  params: Parsed<Given<Op["params"]>>;
  query: Parsed<Given<Op["query"]>>;
  body: Parsed<Given<Op["body"]>>;
  /** Present where the operation takes a file. */
  file: UploadedFile | undefined;
}

export interface UploadedFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface Download {
  readonly filename: string;
  readonly mediaType: string;
  readonly content: Uint8Array | string;
}

type Answer<O> = [O] extends [z.ZodNever] ? Download : O extends Shape ? z.output<O> : never;

/** What it answers: its output shape, or a download. */
export type CallOutput<Op extends Operation> = Answer<Exclude<Op["output"], "download">>;
