/** The static types of terms expressions. */
import type { Num } from "./value.ts";

/**
 * `money` is yuan. `number` with `literal: true` is built of literals only and fits money too. An `enum` is
 * a closed set of strings or numbers. `unknown` follows an error already reported, and fits anything.
 */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly literal: boolean }
  | { readonly kind: "money" }
  | { readonly kind: "string" }
  | { readonly kind: "date" }
  | { readonly kind: "time" }
  | { readonly kind: "date and time" }
  | { readonly kind: "days and time duration" }
  | { readonly kind: "years and months duration" }
  | { readonly kind: "enum"; readonly values: readonly (string | Num)[] }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "range"; readonly of: Type }
  | { readonly kind: "context"; readonly fields: ReadonlyMap<string, Type> }
  | { readonly kind: "function"; readonly parameters: readonly Type[]; readonly result: Type };
