import { csvRecords, QuoteError } from "./csv-records.ts";
import type { Limits, Row } from "./model.ts";
import { no } from "./refusals.ts";
import { decodeText } from "./text.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;

const unquoted = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, "");

/**
 * The delimiter that splits most lines into the same number of cells; where none does, the file has one column.
 * A statement's preamble has none of them, so lines that agree count, not the first line.
 */
export const detectDelimiter = (head: string): string => {
  const sample = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 60)
    .map(unquoted);
  const score = (delimiter: string): number => {
    const lines = new Map<number, number>();
    for (const line of sample) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...lines].map(([count, agreeing]) => agreeing * Math.min(count, 20)));
  };
  const best = DELIMITERS.map((delimiter) => ({ delimiter, points: score(delimiter) })).sort(
    (a, b) => b.points - a.points,
  )[0];
  return best && best.points > 0 ? best.delimiter : ",";
};

/** Reads CSV row by row, in any of the four encodings and with any of the four delimiters. */
export async function* readCsv(bytes: Uint8Array, filename: string, limits: Limits): AsyncGenerator<Row> {
  const pieces = decodeText(bytes, filename);
  const first = pieces.next();
  if (first.done) throw no.empty(filename);
  const records = csvRecords(chain(first.value, pieces), detectDelimiter(first.value.slice(0, 65_536)));
  let number = 0;
  try {
    for (const cells of records) {
      number += 1;
      if (cells.length > limits.columns) throw no.columns(filename, number, limits.columns);
      if (number > limits.rows) throw no.rows(filename, limits.rows);
      yield { number, cells };
    }
  } catch (error) {
    if (error instanceof QuoteError) throw no.quotes(filename, error.record, error.message);
    throw error;
  }
}

function* chain(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}
