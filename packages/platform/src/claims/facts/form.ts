/** A value as facts write it, in its one normal form; `rank` orders values of types that have an order. */
export interface Value {
  readonly json: string | number | boolean | { readonly none: true } | readonly unknown[];
  readonly rank: bigint | null;
}
