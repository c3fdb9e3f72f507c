import type { FactDescription } from "@goodfaith/clauses";
import type { PaidElsewhere } from "../claims/index.ts";
import type { TermsLibrary } from "../terms/index.ts";
import { claimColumns as c } from "./claim-columns.ts";
import { bad, type CellReading, type Column, good } from "./column.ts";
import { readFactCell } from "./fact-cell.ts";
import type { RowReader } from "./row.ts";

/** A claim's row: its policies are not found yet, and its facts are read once their terms are known. */
export interface ClaimRow {
  readonly number: string;
  readonly policyNumbers: readonly string[];
  readonly reportedAt: string;
  readonly eventKind: "death" | "illness" | "accident";
  readonly source: string;
  /** What the core system has paid already. */
  readonly paid: PaidElsewhere | null;
  readonly facts: readonly { readonly column: Column<unknown>; readonly text: string }[];
}

export const readClaimRow = (row: RowReader, factColumns: readonly Column<string>[]): ClaimRow | null => {
  const number = row.read(c.number);
  const policies = row.read(c.policies);
  const reportedAt = row.read(c.reported);
  const eventKind = row.read(c.event);
  const source = row.read(c.source);
  const paid = readPaid(row);
  const facts = factColumns.flatMap((column) => {
    const text = row.read(column);
    return text === null ? [] : [{ column, text }];
  });
  if (!number || !policies || !reportedAt || !eventKind || !source || row.problems.length > 0) return null;
  const policyNumbers = [...new Set(policies.split(/[、,，;；\s]+/).filter((one) => one !== ""))];
  return { number, policyNumbers, reportedAt, eventKind, source, paid, facts };
};

/** All three, or none. */
const readPaid = (row: RowReader): PaidElsewhere | null => {
  const amount = row.read(c.paidAmount);
  const paidAt = row.read(c.paidAt);
  const number = row.read(c.paidNumber);
  if (amount !== null && amount > 0n && paidAt !== null && number !== null) return { amount, paidAt, number };
  const given = [c.paidAmount, c.paidAt, c.paidNumber].filter((one) => row.text(one) !== "");
  if (amount === 0n)
    row.problem(c.paidAmount, { zh: "没有付过的请留空", en: "leave it blank where nothing was paid" });
  else if (given.length > 0 && given.length < 3)
    for (const one of [c.paidAmount, c.paidAt, c.paidNumber])
      if (row.text(one) === "")
        row.problem(one, {
          zh: "核心系统已付金额、付款时间、付款流水号要一起填",
          en: "what the core system paid needs its amount, time and number together",
        });
  return null;
};

const BOUNDS = /^(.+?)\s*[~～]\s*(.+)$/;

/** A value, or `from ~ to` for one that is only known to lie between. */
const readValue = (fact: FactDescription, text: string): CellReading<unknown> => {
  const [, from, to] = BOUNDS.exec(text) ?? [];
  if (from === undefined || to === undefined) return readFactCell(fact, text);
  const [first, last] = [readFactCell(fact, from), readFactCell(fact, to)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  return first.value <= last.value
    ? good({ between: [first.value, last.value] })
    : bad("范围的起点晚于止点", "the range begins after it ends");
};

/** The facts of a row as the terms of its policies declare them, or the first cell that is wrong. */
export const readClaimFacts = (
  row: ClaimRow,
  termsIds: readonly string[],
  library: TermsLibrary,
):
  | { readonly ok: true; readonly facts: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly column: Column<unknown>;
      readonly problem: { zh: string; en: string };
    } => {
  const declared = termsIds.flatMap((id) => library.get(id)?.facts ?? []);
  const facts: Record<string, unknown> = {};
  for (const { column, text } of row.facts) {
    const fact = declared.find(({ name }) => name === column.name);
    const reading = fact
      ? readValue(fact, text)
      : bad(
          "这些保单的条款不问这一项，请留空",
          "the terms of these policies do not read this; leave it blank",
        );
    if (!reading.ok) return { ok: false, column, problem: reading.problem };
    facts[column.name] = reading.value;
  }
  return { ok: true, facts };
};
