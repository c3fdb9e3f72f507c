/** Values inside a jsonb column, as the types that columns have; null where the text is not plainly one. */
import type { FactType } from "../terms/model.ts";
import { raw, type Sql, sql } from "./text.ts";

/** Nothing given: no such key, or JSON's null. */
export const isAbsent = (json: Sql): Sql => sql`(${json} IS NULL OR jsonb_typeof(${json}) = 'null')`;

/** `{"none": true}`. */
export const isNone = (json: Sql): Sql => sql`(${json} = '{"none": true}'::jsonb) IS TRUE`;

const textOf = (json: Sql): Sql => sql`(${json} #>> '{}')`;
const isText = (json: Sql): Sql => sql`jsonb_typeof(${json}) = 'string'`;
const matching = (json: Sql, pattern: string): Sql =>
  sql`${isText(json)} AND ${textOf(json)} ~ ${raw(`'^${pattern}$'`)}`;

/** A year from 1; whether the month has such a day is asked apart. */
const DATE = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const CLOCK = "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?";
const ZONE = "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])";
const NUMBER = "[+-]?([0-9]{1,20}([.][0-9]{0,20})?|[.][0-9]{1,20})";
const DAYS = "-?P(?=.)([0-9]{1,6}D)?(T(?=.)([0-9]{1,7}H)?([0-9]{1,8}M)?([0-9]{1,9}([.][0-9]{1,6})?S)?)?";
const MONTHS = "-?P(?=.)([0-9]{1,4}Y)?([0-9]{1,6}M)?";

/** The value as the column type that `type` takes. What the engine may read beyond this it is left to read. */
export function fromJson(type: FactType, json: Sql): Sql {
  const text = textOf(json);
  switch (type.kind) {
    case "boolean":
      return sql`CASE WHEN jsonb_typeof(${json}) = 'boolean' THEN ${text}::boolean END`;
    case "string":
      return sql`CASE WHEN ${isText(json)} THEN ${text} END`;
    case "one of":
      return type.members.every((m) => typeof m === "string")
        ? sql`CASE WHEN ${isText(json)} THEN ${text} END`
        : numeric(json);
    case "number":
    case "money":
      return numeric(json);
    case "date":
      return sql`CASE WHEN ${isDay(json, DATE)} THEN ${text}::date END`;
    case "date and time":
      return sql`CASE WHEN ${isDay(json, `${DATE}${CLOCK}${ZONE}`)} THEN ${text}::timestamptz
      WHEN ${isDay(json, `${DATE}${CLOCK}`)} THEN (${text} || '+08:00')::timestamptz END`;
    case "days and time duration":
      return interval(json, DAYS);
    case "years and months duration":
      return interval(json, MONTHS);
    case "list":
    case "records":
      return raw("NULL::text");
  }
}

const numeric = (json: Sql): Sql =>
  sql`CASE WHEN jsonb_typeof(${json}) = 'number' OR (${matching(json, NUMBER)}) THEN ${textOf(json)}::numeric END`;

/** In steps, because a cast of the 30th of February would end the statement. */
function isDay(json: Sql, pattern: string): Sql {
  const part = (from: number, length: number): Sql =>
    sql`substr(${textOf(json)}, ${raw(String(from))}, ${raw(String(length))})::int`;
  const first = sql`make_date(${part(1, 4)}, ${part(6, 2)}, 1)`;
  return sql`CASE WHEN ${matching(json, pattern)} THEN extract(month FROM ${first} + ${part(9, 2)} - 1) = ${part(6, 2)} END`;
}

const interval = (json: Sql, pattern: string): Sql =>
  sql`CASE WHEN ${matching(json, pattern)} THEN ltrim(${textOf(json)}, '-')::interval * (CASE WHEN ${textOf(json)} LIKE '-%' THEN -1 ELSE 1 END) END`;
