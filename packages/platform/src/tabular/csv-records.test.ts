import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords, QuoteError } from "./csv-records.ts";

const inPieces = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size));
const read = (text: string, size = 1 << 20): string[][] => [...csvRecords(inPieces(text, size), ",")];
const failure = (text: string, size?: number): [number, string] => {
  try {
    read(text, size);
  } catch (error) {
    if (error instanceof QuoteError) return [error.record, error.message];
  }
  throw new Error("not refused");
};

describe("records of CSV", () => {
  it("are what a well-known reader reads, however the text comes in pieces", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "号", ",", '"', "\n", " ", ";") });
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (rows, end, always, ended, size) => {
          const written = (text: string): string =>
            always || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((cells) => cells.map(written).join(",")).join(end) + (ended ? end : "");
          const options = { relax_column_count: true, skip_empty_lines: false };
          expect(read(text, size)).toEqual(parse(text, options));
        },
      ),
    );
  });

  it("end with CR alone where the first of them does, and hold a CR where it does not", () => {
    expect(read("甲,乙\r一,二\r", 3)).toEqual([
      ["甲", "乙"],
      ["一", "二"],
    ]);
    expect(read("甲,乙\r\n一\r,二\r\n", 3)).toEqual([
      ["甲", "乙"],
      ["一\r", "二"],
    ]);
    expect(read("甲\n\n乙")).toEqual([["甲"], [""], ["乙"]]);
  });

  it("whose quotes do not pair are named, with what is wrong, after all that can be read", () => {
    expect(failure('甲\n乙\n"丙\n丁')).toEqual([3, "a quote that is never closed"]);
    expect(failure('甲\n乙"丙"\n')).toEqual([2, "a quote within an unquoted cell"]);
    expect(failure('甲\n"乙"丙\n', 2)).toEqual([2, "more after a closing quote"]);
    expect(failure(`甲\n"${"长".repeat(1_100_000)}`, 1 << 16)).toEqual([2, "longer than any row"]);
    const records = csvRecords(['甲\n乙\n"丙'], ",");
    expect([records.next().value, records.next().value]).toEqual([["甲"], ["乙"]]);
  });
});
