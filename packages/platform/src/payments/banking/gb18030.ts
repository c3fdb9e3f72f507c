/**
 * GB18030 as an encoder. The platform's own decoder knows the code; this turns it round once, so that the two cannot differ.
 * One byte for ASCII, two for what GBK has, four for the rest of the basic plane, and a plain count above it.
 */
type Table = Map<number, readonly number[]>;

const decoder = new TextDecoder("gb18030");

/** Decodes every sequence at once, and notes what each gave. Sequences that mean nothing give U+FFFD and are left out. */
const note = (table: Table, sequences: readonly (readonly number[])[]): void => {
  for (const bytes of sequences) {
    const [character, ...more] = [...decoder.decode(new Uint8Array(bytes))];
    const code = character?.codePointAt(0);
    if (code !== undefined && more.length === 0 && code !== 0xfffd && !table.has(code))
      table.set(code, bytes);
  }
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const makeTable = (): Table => {
  const table: Table = new Map();
  const lead = range(0x81, 0xfe);
  const trail = [...range(0x40, 0x7e), ...range(0x80, 0xfe)];
  note(
    table,
    lead.flatMap((a) => trail.map((b) => [a, b])),
  );
  const digit = range(0x30, 0x39);
  note(
    table,
    range(0x81, 0x84).flatMap((a) =>
      digit.flatMap((b) => lead.flatMap((c) => digit.map((d) => [a, b, c, d]))),
    ),
  );
  table.set(0xfffd, [0x84, 0x31, 0xa4, 0x37]);
  return table;
};

let basicPlane: Table | null = null;

/** Above the basic plane the code counts on from 90 30 81 30. */
const supplementary = (code: number): number[] => {
  const n = code - 0x1_0000;
  return [
    0x90 + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1_260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  ];
};

/** @throws RangeError for half of a surrogate pair, which is no character. */
export const encodeGb18030 = (text: string): Uint8Array => {
  basicPlane ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...supplementary(code));
    else {
      const found = basicPlane.get(code);
      if (!found) throw new RangeError(`U+${code.toString(16)} has no GB18030 code`);
      bytes.push(...found);
    }
  }
  return Uint8Array.from(bytes);
};
