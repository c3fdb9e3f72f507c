import pg from "pg";

const OID = { int8: 20, date: 1082, numeric: 1700, int8Array: 1016, dateArray: 1182 } as const;

/**
 * How values come back: `int8` as bigint (money), `date` and `numeric` as their text, `timestamptz` as Date. Rounding a 分
 * or moving a birthday by a time zone must not be possible.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, (text) => BigInt(text)],
  [OID.date, (text) => text],
  [OID.numeric, (text) => text],
  [OID.int8Array, (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(BigInt))],
  [OID.dateArray, (text) => (text === "{}" ? [] : text.slice(1, -1).split(","))],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format ?? "text"),
};

/** Connections to one database. The server's own notion of time zone never shows: it is UTC throughout. */
export const makePool = (url: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    application_name: "goodfaith",
    options: "-c timezone=UTC -c statement_timeout=120s -c idle_in_transaction_session_timeout=120s",
  });
  // A connection that the server closes fails the query that uses it, or is replaced at the next use; but without a listener
  // it would end the process, whether it is idle or taken.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
};
