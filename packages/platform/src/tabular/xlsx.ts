import type { Limits, OpenSheet, Row } from "./model.ts";
import { no } from "./refusals.ts";
import { type Book, readBook } from "./xlsx-book.ts";
import { numberText, serialText } from "./xlsx-dates.ts";
import { type Attributes, scanXml, type XmlEvents } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

/** Opens an XLSX: the sheets people can see, read row by row when asked for. */
export const openXlsx = async (bytes: Uint8Array, filename: string, limits: Limits): Promise<OpenSheet[]> => {
  const book = await readBook(openZip(bytes, filename, limits.inflatedBytes), filename);
  if (book.sheets.length > limits.sheets) throw no.sheets(filename, limits.sheets);
  return book.sheets.map(({ name, part }) => ({
    name,
    // Each reading opens the package anew, so that its limit counts one reading and not all of them.
    rows: () =>
      readRows({ zip: openZip(bytes, filename, limits.inflatedBytes), book, filename, limits }, part),
  }));
};

interface Reading {
  readonly zip: Zip;
  readonly book: Book;
  readonly filename: string;
  readonly limits: Limits;
}

async function* readRows(reading: Reading, part: string): AsyncGenerator<Row> {
  const rows = new RowCollector(reading);
  for await (const _ of scanXml(reading.zip, part, reading.filename, rows)) yield* rows.take();
}

/** The column a reference such as `AB12` names, from 1; 0 where there is none. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column;
};

/** Builds rows from a sheet's XML as it passes. */
class RowCollector implements XmlEvents {
  private readonly reading: Reading;
  private ready: Row[] = [];
  private number = 0;
  private cells: string[] = [];
  private column = 0;
  private cell: Attributes = {};
  private value = "";
  private collecting = false;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  take(): Row[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === "row") {
      const told = Number(attributes.r);
      this.number = Number.isInteger(told) && told > this.number ? told : this.number + 1;
      if (this.number > this.reading.limits.rows)
        throw no.rows(this.reading.filename, this.reading.limits.rows);
      this.cells = [];
      this.column = 0;
    } else if (tag === "c") {
      this.column = columnOf(attributes.r ?? "") || this.column + 1;
      this.cell = attributes;
      this.value = "";
    } else if (tag === "v" || tag === "t") this.collecting = true;
    else if (tag === "rPh") this.collecting = false;
  }

  // A phonetic run sits beside the words and is not part of them; formulas (`f`) give way to their last value.
  text(piece: string): void {
    if (this.collecting) this.value += piece;
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.collecting = false;
    else if (tag === "c") this.put(this.meaning());
    else if (tag === "row") this.ready.push({ number: this.number, cells: this.cells });
  }

  private put(value: string): void {
    const { limits, filename } = this.reading;
    if (value === "") return;
    if (this.column > limits.columns) throw no.columns(filename, this.number, limits.columns);
    while (this.cells.length < this.column - 1) this.cells.push("");
    this.cells[this.column - 1] = value;
  }

  private meaning(): string {
    const { book } = this.reading;
    const { t = "n", s } = this.cell;
    if (t === "s") return book.strings[Number(this.value)] ?? "";
    if (t === "b") return this.value === "1" ? "true" : this.value === "" ? "" : "false";
    if (t === "d") return this.value.replace("T", " ").replace(/(\.\d+)?Z?$/, "");
    if (t !== "n" || this.value === "") return this.value;
    const value = Number(this.value);
    if (!Number.isFinite(value)) return this.value;
    const meaning = book.meanings[Number(s ?? 0)] ?? "number";
    return meaning === "number" ? numberText(value) : serialText(value, meaning, book.epoch1904);
  }
}
