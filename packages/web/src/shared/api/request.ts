const BASE = "/api/v1";

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** `/claims/:caseId` with its parameters and query filled in, under the API's root. */
export const urlOf = (path: string, params: unknown, query: unknown): string => {
  const given = record(params);
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name] ?? "")));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(record(query)))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return `${BASE}${filled}${text === "" ? "" : `?${text}`}`;
};

/** A random key; works on plain http too, where `crypto.randomUUID` is absent. */
export const idempotencyKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
