import type { ClaimView } from "../claims/contract.ts";

type Fact = ClaimView["facts"][number];

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const grouped = (decimal: string): string => {
  const [whole = "", fraction] = decimal.split(".");
  const set = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined || /^0*$/.test(fraction) ? set : `${set}.${fraction}`;
};

/** `2024-10-02T08:12:05+08:00` → `2 October 2024, 08:12:05`; the hour is China's. */
const moment = (iso: string): string => {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?/.exec(iso);
  if (!found) return iso;
  const [, year, month, day, minutes, seconds = ""] = found;
  const date = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
  return minutes === undefined ? date : `${date}, ${minutes}${seconds === ":00" ? "" : seconds} (China time)`;
};

const plain = (type: string, value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `${value.length} entries`;
  const text = String(value);
  if (type === "money") return `CNY ${grouped(text)}`;
  if (type === "date" || type === "date and time") return moment(text);
  return type === "number" ? grouped(text) : text;
};

/** A fact's value in English, as its `shows` says it in Chinese; a contract's own word (a disease, a standing) stays Chinese. */
export const showsInEnglish = ({ type, value }: Pick<Fact, "type" | "value">): string => {
  if (value === null || value === undefined) return "not known yet";
  if (typeof value !== "object" || Array.isArray(value)) return plain(type, value);
  if ("none" in value) return "none";
  if ("oneOf" in value && Array.isArray(value.oneOf))
    return value.oneOf.map((one: unknown) => plain(type, one)).join(" or ");
  if (!("between" in value) || !Array.isArray(value.between)) return "not known yet";
  const [from, to]: unknown[] = value.between;
  if (from === null) return `up to ${plain(type, to)}`;
  return to === null ? `from ${plain(type, from)}` : `from ${plain(type, from)} to ${plain(type, to)}`;
};
