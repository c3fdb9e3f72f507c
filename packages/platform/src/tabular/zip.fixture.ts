import { crc32, deflateRawSync } from "node:zlib";

const text = (words: string): Buffer => Buffer.from(words, "utf8");
const fields = (...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** For tests: a zip of parts as a stranger may make one, not as a library would. */
const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array => {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [partName, words] of Object.entries(parts)) {
    const [name, content] = [text(partName), text(words)];
    const packed = deflateRawSync(content);
    // Version, flags, deflated, time, date, checksum, lengths, length of the name, of the extra field.
    const common = fields(
      ...([20, 0x800, 8, 0, 0].map((value) => [2, value]) as [2, number][]),
      ...([crc32(content), packed.length, content.length].map((value) => [4, value]) as [4, number][]),
      [2, name.length],
      [2, 0],
    );
    const local = Buffer.concat([fields([4, 0x04034b50]), common, name, packed]);
    const place = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    entries.push(Buffer.concat([fields([4, 0x02014b50], [2, 20]), common, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const count = entries.length;
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
};

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;

/** For tests: a workbook whose one sheet has exactly these rows of XML. */
export const workbookOf = (rows: string): Uint8Array =>
  zipOf({
    "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });
