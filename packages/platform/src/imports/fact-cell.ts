import type { FactDescription } from "@goodfaith/clauses";
import { yuan } from "../kernel/money.ts";
import { date, dateAndTime, money, yesNo } from "./cells.ts";
import { bad, type CellReading, good } from "./column.ts";

/** A fact's value as the records hold it: money as a decimal string of yuan, dates as ISO 8601. */
export type FactCell = string | number | boolean;

/** Reads a cell as the terms document declares the fact. */
export const readFactCell = (fact: FactDescription, text: string): CellReading<FactCell> => {
  switch (fact.type) {
    case "boolean":
      return yesNo(text);
    case "money": {
      const reading = money(text);
      return reading.ok ? good(yuan(reading.value)) : reading;
    }
    case "number":
      return readNumber(text);
    case "date":
      return date(text);
    case "date and time":
      return dateAndTime(text);
    case "string":
      return good(text);
    case "one of": {
      const option = (fact.options ?? []).find((member) => String(member) === text);
      const members = (fact.options ?? []).join("、");
      return option === undefined ? bad(`应为其中之一：${members}`, `one of: ${members}`) : good(option);
    }
    default:
      return bad(
        "这一项不能用表格导入，请在案件页录入",
        "this cannot be imported by table; enter it on the case",
      );
  }
};

const readNumber = (text: string): CellReading<number> =>
  /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? good(Number(text)) : bad("应为数字", "a number");
