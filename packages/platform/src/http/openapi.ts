import { z } from "zod";
import type { Operation, Who } from "../kernel/operation.ts";
import { Problem } from "../kernel/problem.ts";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the operations, from the very shapes that requests are parsed with. Pure. */
export const openapi = (operations: readonly Operation[], version: string): Json => {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Goodfaith 至诚",
      version,
      description:
        "The clauses people signed, as executable data. Money is a decimal string of yuan; times are ISO 8601 with their offset. Errors are problem details (RFC 9457), Chinese with English beside it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A token from POST /tokens." },
        session: { type: "apiKey", in: "cookie", name: "goodfaith_session" },
      },
    },
  };
};

const tagOf = ({ id }: Operation) => id.split(".")[0] ?? id;

const describe = (operation: Operation): Json => ({
  operationId: operation.id,
  tags: [tagOf(operation)],
  summary: `${operation.summary.zh} · ${operation.summary.en}`,
  description: whoMay(operation.who),
  security: "anyone" in operation.who ? [] : [{ bearer: [] }, { session: [] }],
  parameters: [
    ...parametersOf(operation.params, "path"),
    ...parametersOf(operation.query, "query"),
    ...(operation.creates ? [IDEMPOTENCY_KEY] : []),
  ],
  ...(operation.file || operation.body ? { requestBody: requestBodyOf(operation) } : {}),
  responses: responsesOf(operation),
});

const whoMay = (who: Who): string => {
  if ("anyone" in who) return "Anyone.";
  if ("consumer" in who) return "A consumer who signed in with a code.";
  return "staff" in who ? `Staff with the permission \`${who.staff}\`.` : "Any member of staff.";
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "A repeat with the same key and content gives the first answer.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

const schemaOf = (shape: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  return schema;
};

const parametersOf = (shape: z.ZodType | undefined, where: "path" | "query"): Json[] => {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema,
  }));
};

const requestBodyOf = ({ body, file }: Operation): Json => {
  if (!file)
    return {
      required: true,
      content: { "application/json": { schema: body ? schemaOf(body, "input") : {} } },
    };
  const fields = (body ? schemaOf(body, "input") : {}) as { properties?: Json; required?: string[] };
  const schema = {
    type: "object",
    properties: {
      ...fields.properties,
      file: { type: "string", format: "binary", description: `At most ${file.maxBytes} bytes.` },
    },
    required: [...(fields.required ?? []), "file"],
  };
  return { required: true, content: { "multipart/form-data": { schema } } };
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const responsesOf = (operation: Operation): Json => ({
  200:
    operation.output === "download"
      ? {
          description: "The file.",
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        }
      : {
          description: "Done.",
          content: { "application/json": { schema: schemaOf(operation.output, "output") } },
        },
  400: problem("Something in the request is not right; `fields` says what would be."),
  ...("anyone" in operation.who
    ? {}
    : { 401: problem("Nobody is signed in."), 403: problem("Signed in, but not allowed this.") }),
  ...(operation.params ? { 404: problem("There is no such thing, or it is another institution's.") } : {}),
  ...(operation.method === "GET" ? {} : { 409: problem("It does not fit with what is there now.") }),
  ...(operation.file ? { 413: problem("The file is too large.") } : {}),
  429: problem("Too many requests."),
});
