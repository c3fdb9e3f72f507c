import { toCents } from "../../shared/format/money.ts";
import { fromLocalInput, instant, toLocalInput } from "../../shared/format/time.ts";

/** What a person typed is a draft; these turn it into a fact's JSON (terms language §3) and back. */

/** The kinds of fact that lie on a line, so that a bound can be given. */
const ORDERED = new Set([
  "money",
  "number",
  "date",
  "date and time",
  "days and time duration",
  "years and months duration",
]);
export const isOrdered = (type: string): boolean => ORDERED.has(type);

const DURATION = /^-?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readers: Record<string, (draft: string) => unknown> = {
  boolean: (draft) => (draft === "true" ? true : draft === "false" ? false : undefined),
  money: (draft) => {
    const amount = draft.replaceAll(",", "");
    return toCents(amount) === null ? undefined : amount;
  },
  number: (draft) => (/^-?\d+(\.\d+)?$/.test(draft) ? draft : undefined),
  date: (draft) => (/^\d{4}-\d{2}-\d{2}$/.test(draft) && instant(draft) ? draft : undefined),
  "date and time": (draft) => {
    const iso = fromLocalInput(draft);
    return instant(iso) ? iso : undefined;
  },
  "days and time duration": (draft) => (DURATION.test(draft) ? draft : undefined),
  "years and months duration": (draft) => (DURATION.test(draft) ? draft : undefined),
  list: parseJson,
};

/** The fact's JSON value of a draft; undefined where it is not one yet. */
export const readDraft = (type: string, draft: string): unknown => {
  const text = draft.trim();
  if (text === "") return undefined;
  const reader = readers[type];
  return reader ? reader(text) : text;
};

/** A value as a draft, for an input to show. */
export const toDraft = (type: string, value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (type === "date and time" && typeof value === "string") return toLocalInput(value);
  if (typeof value === "object") return type === "list" ? JSON.stringify(value) : "";
  return String(value);
};
