/** JSON Schema (2020-12) as plain data, and the parts that every key of a document is made of. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Schema = { readonly [keyword: string]: Json };

/** A schema with what editors show: a title, what it means, and how it is written. */
export const said = (schema: Schema, title: string, description: string, ...examples: Json[]): Schema => ({
  title,
  description,
  ...(examples.length > 0 ? { examples } : {}),
  ...schema,
});

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A text, as YAML may also write it: `2024` is a number to YAML and a text here. */
export const TEXT: Schema = { type: ["string", "number", "boolean"] };

export const list = (items: Schema, rest: Schema = {}): Schema => ({ type: "array", items, ...rest });

/** One or several: a single value counts as a list of one. */
export const oneOrMore = (items: Schema): Schema => ({ anyOf: [items, list(items)] });

/** A mapping that has these keys and no other. */
export const mapping = (
  properties: { readonly [key: string]: Schema },
  required: readonly string[],
  rest: Schema = {},
): Schema => ({ type: "object", properties, required, additionalProperties: false, ...rest });

/** Where the first holds, the second holds too. */
export const whenever = (condition: Schema, consequence: Schema): Schema => ({
  anyOf: [{ not: condition }, consequence],
});
