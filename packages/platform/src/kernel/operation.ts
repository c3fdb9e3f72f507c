import type { z } from "zod";

/** What a member of staff may do. Roles are sets of these (see access). */
export type Permission =
  | "today.read"
  | "people.read"
  | "people.reveal"
  | "policies.read"
  | "claims.read"
  | "claims.handle"
  | "payments.read"
  | "payments.prepare"
  | "payments.approve"
  | "payments.send"
  | "terms.read"
  | "imports.run"
  | "messages.read"
  | "audit.read"
  | "access.manage";

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

export const operation = <P extends Shape, Q extends Shape, B extends Shape, O extends Shape>(
  o: Operation<P, Q, B, O>,
): Operation<P, Q, B, O> => o;

type In<S> = S extends Shape ? z.input<S> : undefined;
type Parsed<S> = S extends Shape ? z.output<S> : undefined;

/** What a caller gives. */
export interface CallInput<Op extends Operation> {
  params: In<Op["params"]>;
  query: In<Op["query"]>;
  body: In<Op["body"]>;
}

/** What the function behind it gets, parsed. */
export interface ParsedInput<Op extends Operation> {
  params: Parsed<Op["params"]>;
  query: Parsed<Op["query"]>;
  body: Parsed<Op["body"]>;
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

export type CallOutput<Op extends Operation> = Op["output"] extends Shape ? z.output<Op["output"]> : Download;
