import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Operation } from "../kernel/operation.ts";

/**
 * For tests of every operation alike: an address that fits its shapes. An id that `things` does not name is of a thing
 * that exists nowhere.
 */
export const leastAddress = (
  { path, params, query }: Operation,
  things: Readonly<Record<string, string>> = {},
): string => {
  const { properties = {} } = (params ? z.toJSONSchema(params, { unrepresentable: "any" }) : {}) as {
    properties?: Record<string, { enum?: string[]; type?: string }>;
  };
  const asked = query
    ? (least(z.toJSONSchema(query, { io: "input", unrepresentable: "any" }) as Schema) as Record<
        string,
        string
      >)
    : {};
  const address = path.replaceAll(
    /:(\w+)/g,
    (_, name: string) =>
      things[name] ??
      properties[name]?.enum?.[0] ??
      (properties[name]?.type === "integer" ? "1" : randomUUID()),
  );
  return `${address}?${new URLSearchParams(asked)}`;
};

/** The least that a shape takes, from its JSON schema. */
const least = (schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return least(first);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {})]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}));
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "string":
      return textOf(schema);
    default:
      return null;
  }
};
interface Schema {
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  format?: string;
  pattern?: string;
}
const TEXTS = [
  "说明说明",
  "1.00",
  "19900000001",
  "123456",
  "2024-10-02",
  "2024-10-02T08:12:05+08:00",
  "family/2024",
];
const textOf = ({ format, pattern, minLength = 0 }: Schema) => {
  if (format === "uuid") return randomUUID();
  const fits = TEXTS.find(
    (text) => text.length >= minLength && (!pattern || new RegExp(pattern, "u").test(text)),
  );
  if (fits === undefined) throw new Error(`the test knows no text like ${pattern}: add one`);
  return fits;
};
/** The least body that the operation takes, with a file where it asks for one. */
export const leastBody = ({ body, file }: Operation): object | undefined => {
  const plain = body
    ? (least(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as Schema) as object)
    : undefined;
  if (!file) return plain;
  const form = new FormData();
  for (const [name, value] of Object.entries(plain ?? {})) form.append(name, String(value));
  form.append("file", new Blob(["姓名\n张三\n"], { type: "text/csv" }), "x.csv");
  return form;
};
