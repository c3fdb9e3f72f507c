/**
 * What cannot be done is said by a value that carries its facts, so that a page can explain it and a test can read it.
 * `code` is `capability.reason`; `zh` and `en` are complete sentences for a person; `facts` are what they were made from.
 */
export interface Refusal {
  readonly refused: true;
  readonly kind:
    | "invalid"
    | "forbidden"
    | "missing"
    | "conflict"
    | "too-large"
    | "too-many"
    | "unauthenticated";
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const refuse = (
  kind: Refusal["kind"],
  code: string,
  say: { zh: string; en: string },
  facts: Readonly<Record<string, unknown>> = {},
): Refusal => ({ refused: true, kind, code, ...say, facts });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refused" in value && value.refused === true;

/** Carries a refusal out of a transaction, so that nothing of it stays. Only shells throw it; the core returns refusals. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.en}`);
    this.refusal = refusal;
  }
}

/** Unwraps a result inside a shell: a refusal leaves as `Refused`. */
export const orRefuse = <T>(result: T | Refusal): T => {
  if (isRefusal(result)) throw new Refused(result);
  return result;
};
