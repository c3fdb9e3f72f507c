import { isRefusal, type Refusal } from "../kernel/refusal.ts";
import type { Row } from "../tabular/index.ts";
import { describeCall, judgeCall, readDirection } from "./calls.ts";
import { type Located, locate } from "./locate.ts";
import {
  type Act,
  type OwnerHint,
  type Period,
  type Reading,
  type Statement,
  statementNames,
} from "./model.ts";
import { describePayment, judgePayment } from "./payments.ts";
import { readPreamble } from "./preamble.ts";
import { readAmount, readSeconds } from "./quantities.ts";
import { no } from "./refusals.ts";
import { isTimeOfDay, readTime, showTime } from "./time.ts";

type Found = Extract<Located, { found: "table" }>;
interface Body extends Reading {
  readonly at: Found;
  readonly period: Period | null;
}

/**
 * Reads a table as a statement: which kind, whose, of what period, and every act in it. The first fault refuses
 * the whole file, naming row and column: half a statement proves nothing.
 */
export const readStatement = (reading: Reading): Statement | Refusal => {
  const { filename } = reading.table;
  const at = locate(reading.table);
  switch (at.found) {
    case "nothing":
      return no.statement(filename);
    case "title":
      return no.headless(filename, statementNames[at.layout.kind].zh);
    case "part":
      return no.columns(filename, statementNames[at.layout.kind].zh, at.missing, at.row);
    case "table":
      return readFound(reading, at);
  }
};

const readFound = (reading: Reading, at: Found): Statement | Refusal => {
  const { filename } = reading.table;
  const { owner, period, stated } = readPreamble(at.layout.kind, at.around);
  if (period !== null && period.to < period.from)
    return no.period(filename, showTime(period.from), showTime(period.to));
  const own = ownNumbers(at);
  if (own.length > 1)
    return no.accounts(
      filename,
      own.map(({ text }) => text),
    );
  const acts: Act[] = [];
  for (const row of at.body) {
    const act = readRow({ ...reading, at, period }, row);
    if (isRefusal(act)) return act;
    acts.push(act);
  }
  if (stated !== null && stated !== acts.length) return no.truncated(filename, stated, acts.length);
  return { kind: at.layout.kind, filename, owner: [...owner, ...own], period, acts };
};

/** Each number that a column of own numbers holds, once. */
const ownNumbers = (at: Found): OwnerHint[] => {
  if (at.layout.kind !== "call-records" || !at.columns.has("own")) return [];
  const seen = new Map<string, OwnerHint>();
  for (const row of at.body) {
    const text = at.columns.cell(row, "own");
    if (text !== "" && !seen.has(text)) seen.set(text, { kind: "phone", text, row: row.number });
  }
  return [...seen.values()];
};

const place = (body: Body, row: Row, role: string) => ({
  filename: body.table.filename,
  row: row.number,
  column: body.at.columns.heading(role),
  value: body.at.columns.cell(row, role),
});

const readRow = (body: Body, row: Row): Act | Refusal => {
  const at = timeOf(body, row);
  if (isRefusal(at)) return at;
  const judged = body.at.layout.kind === "call-records" ? callOf(body, row) : paymentOf(body, row);
  return isRefusal(judged) ? judged : { at, sheet: body.at.sheet, row: row.number, ...judged };
};

const timeOf = (body: Body, row: Row): string | Refusal => {
  const { columns } = body.at;
  // Alipay prints no payment time for what was never paid; the time it was ordered stands for it.
  const role = columns.cell(row, "time") === "" && columns.has("created") ? "created" : "time";
  const text = columns.cell(row, role);
  const day = columns.cell(row, "day");
  const at = readTime(isTimeOfDay(text) && day !== "" ? `${day} ${text}` : text, body.period);
  if (at === null) return no.time(place(body, row, role));
  if (at > body.now) return no.future(place(body, row, role), showTime(body.now));
  const { period } = body;
  if (period !== null && (at < period.from || at > period.to))
    return no.outside(place(body, row, role), showTime(period.from), showTime(period.to));
  return at;
};

type Judged = Pick<Act, "what" | "signOfLife" | "why">;

const paymentOf = (body: Body, row: Row): Judged | Refusal => {
  const { columns } = body.at;
  if (readAmount(columns.cell(row, "amount")) === null) return no.amount(place(body, row, "amount"));
  return { what: describePayment(columns, row), ...judgePayment(columns, row) };
};

const callOf = (body: Body, row: Row): Judged | Refusal => {
  const { columns } = body.at;
  const direction = readDirection(columns, row);
  if (direction === null) return no.direction(place(body, row, "direction"));
  const seconds = readSeconds(columns.cell(row, "duration"));
  if (seconds === null && direction !== "other") return no.duration(place(body, row, "duration"));
  const lasted = seconds ?? 0;
  return { what: describeCall(columns, row, lasted), ...judgeCall(columns, row, direction, lasted) };
};
