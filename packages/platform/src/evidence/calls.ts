import type { Row } from "../tabular/index.ts";
import type { Columns } from "./locate.ts";
import type { Line } from "./model.ts";
import { answered, called, forwarded, notACall, unanswered, voicemail } from "./rules.ts";

export type Direction = "outgoing" | "incoming" | "other";

/** Which side called; `other` is a forwarded call or no call at all, null cannot be told. */
export const readDirection = (columns: Columns, row: Row): Direction | null => {
  const text = columns.cell(row, "direction");
  const type = columns.cell(row, "type");
  if ([forwarded, voicemail, notACall].some((rule) => rule.words.test(text) || rule.words.test(type)))
    return "other";
  if (/主叫|呼出|拨出|去电/.test(text)) return "outgoing";
  if (/被叫|呼入|接听|来电/.test(text)) return "incoming";
  return null;
};

/** Whether a record is a call that somebody made or took on this phone, and why. */
export const judgeCall = (
  columns: Columns,
  row: Row,
  direction: Direction,
  seconds: number,
): { signOfLife: boolean; why: Line } => {
  const text = `${columns.cell(row, "direction")} ${columns.cell(row, "type")}`;
  const excluded = [forwarded, voicemail, notACall].find((rule) => rule.words.test(text));
  if (excluded) return { signOfLife: false, why: excluded.why };
  if (seconds === 0) return { signOfLife: false, why: unanswered };
  return { signOfLife: true, why: direction === "outgoing" ? called : answered };
};

/** The record in words, the other number masked: `主叫 139****1234 80秒`. */
export const describeCall = (columns: Columns, row: Row, seconds: number): string => {
  const other = columns.cell(row, "other").replace(/^(\+?86)?(1\d{2})\d{4}(\d{4})$/, "$2****$3");
  return [columns.cell(row, "direction"), other, `${seconds}秒`].filter((part) => part !== "").join(" ");
};
