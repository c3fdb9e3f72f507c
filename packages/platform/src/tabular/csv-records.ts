/** A record that cannot be read: which one (from 1), and what of its quotes is wrong. */
export class QuoteError extends Error {
  readonly record: number;
  constructor(record: number, reason: string) {
    super(reason);
    this.record = record;
  }
}

/** A cell holds 32,767 characters in a spreadsheet; a record longer than this is a quote that was never closed. */
const LONGEST_RECORD = 1_000_000;

/**
 * The records of CSV text (RFC 4180), piece by piece: a quoted cell may hold delimiters, line breaks and doubled quotes.
 * Records end with LF, CR LF, or CR alone where the first of them does. An empty line is a record of one empty cell.
 * @throws QuoteError where a quote opens within a cell, is followed by more of it, or is never closed
 */
export function* csvRecords(pieces: Iterable<string>, delimiter: string): Generator<string[]> {
  let text = "";
  let count = 0;
  let end: "\n" | "\r" | null = null;
  const cells = new QuotedReader(delimiter);
  for (const piece of pieces) {
    text = text === "" ? piece : text + piece;
    end ??= lineEnd(text);
    let at = 0;
    for (;;) {
      const next = end === null ? -1 : text.indexOf(end, at);
      const line = next < 0 ? null : text.slice(at, next);
      if (line !== null && !line.includes('"')) {
        yield withoutReturn(line).split(delimiter);
        at = next + 1;
      } else {
        const stop =
          line === null ? null : cells.read({ text, at, end: end ?? "\n", record: count + 1, last: false });
        if (stop === null) break;
        yield cells.taken;
        at = stop;
      }
      count += 1;
    }
    text = text.slice(at);
    if (text.length > LONGEST_RECORD) throw new QuoteError(count + 1, "longer than any row");
  }
  if (text === "") return;
  cells.read({ text, at: 0, end: end ?? "\n", record: count + 1, last: true });
  yield cells.taken;
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** CR alone ends records only where no LF follows the first of them; a CR at the very end of a piece does not tell yet. */
const lineEnd = (text: string): "\n" | "\r" | null => {
  const [lf, cr] = [text.indexOf("\n"), text.indexOf("\r")];
  if (cr < 0 || (lf >= 0 && lf <= cr + 1)) return lf < 0 ? null : "\n";
  return cr === text.length - 1 ? null : "\r";
};

interface Place {
  readonly text: string;
  readonly at: number;
  readonly end: "\n" | "\r";
  readonly record: number;
  /** Whether the text ends the file: then its end ends the record. */
  readonly last: boolean;
}

/** Reads one record that has quotes, cell by cell. */
class QuotedReader {
  taken: string[] = [];
  private readonly delimiter: string;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** Where the next record begins; null where the text ends before this one does. */
  read(place: Place): number | null {
    const { text, end, last } = place;
    this.taken = [];
    let at = place.at;
    for (;;) {
      const cell = text[at] === '"' ? quoted(place, at) : this.plain(place, at);
      if (cell === null) return null;
      this.taken.push(cell.value);
      at = cell.next;
      if (at >= text.length) return last ? at : null;
      if (text[at] === this.delimiter) at += 1;
      else if (text[at] === end) return at + 1;
      else if (end === "\n" && text[at] === "\r" && text[at + 1] === "\n") return at + 2;
      else if (text[at] === "\r" && at + 1 === text.length) return last ? at + 1 : null;
      else throw new QuoteError(place.record, "more after a closing quote");
    }
  }

  private plain({ text, end, last, record }: Place, from: number): { value: string; next: number } | null {
    const [comma, stop] = [text.indexOf(this.delimiter, from), text.indexOf(end, from)];
    const ends = Math.min(comma < 0 ? text.length : comma, stop < 0 ? text.length : stop);
    if (ends === text.length && !last) return null;
    const value = text.slice(from, ends);
    if (value.includes('"')) throw new QuoteError(record, "a quote within an unquoted cell");
    return { value: ends === comma ? value : withoutReturn(value), next: ends };
  }
}

const quoted = ({ text, last, record }: Place, from: number): { value: string; next: number } | null => {
  let close = text.indexOf('"', from + 1);
  let doubled = false;
  while (close >= 0 && text[close + 1] === '"') {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0 || (close === text.length - 1 && !last)) {
    if (last) throw new QuoteError(record, "a quote that is never closed");
    return null;
  }
  const value = text.slice(from + 1, close);
  return { value: doubled ? value.replaceAll('""', '"') : value, next: close + 1 };
};
