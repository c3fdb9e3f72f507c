/** What a file is, by its first bytes and parts: a table to read, or a document to keep. */
export type FileKind =
  | { readonly is: "table" }
  | { readonly is: "document"; readonly mediaType: string; readonly zh: string; readonly en: string };

interface Magic {
  readonly mediaType: string;
  readonly zh: string;
  readonly en: string;
  readonly fits: (bytes: Buffer) => boolean;
}

const starts =
  (hex: string) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, hex.length / 2).toString("hex") === hex;
const ascii =
  (at: number, text: string) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(at, at + text.length).toString("latin1") === text;
const brand =
  (pattern: RegExp) =>
  (bytes: Buffer): boolean =>
    ascii(4, "ftyp")(bytes) && pattern.test(bytes.subarray(8, 12).toString("latin1"));
const riff =
  (form: string) =>
  (bytes: Buffer): boolean =>
    ascii(0, "RIFF")(bytes) && ascii(8, form)(bytes);
const zipWith =
  (part: string) =>
  (bytes: Buffer): boolean =>
    starts("504b0304")(bytes) && bytes.includes(part);

const document = (mediaType: string, zh: string, en: string, fits: Magic["fits"]): Magic => ({
  mediaType,
  zh,
  en,
  fits,
});
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const documents: readonly Magic[] = [
  document("application/pdf", "PDF 文件", "PDF", ascii(0, "%PDF-")),
  document("image/jpeg", "照片", "photo", starts("ffd8ff")),
  document("image/png", "图片", "picture", starts("89504e470d0a1a0a")),
  document("image/gif", "图片", "picture", ascii(0, "GIF8")),
  document("image/webp", "图片", "picture", riff("WEBP")),
  document("image/heic", "照片", "photo", brand(/^(heic|heix|hevc|mif1|msf1)$/)),
  document("image/tiff", "扫描件", "scan", (bytes) => starts("49492a00")(bytes) || starts("4d4d002a")(bytes)),
  document(
    "image/bmp",
    "图片",
    "picture",
    (bytes) => ascii(0, "BM")(bytes) && bytes.readUInt32LE(2) === bytes.length,
  ),
  document("audio/mp4", "录音", "recording", brand(/^M4A/)),
  document("video/mp4", "录像", "film", brand(/^(isom|iso2|mp4|avc1|qt {2}|3gp)/)),
  document("audio/wav", "录音", "recording", riff("WAVE")),
  document("audio/mpeg", "录音", "recording", ascii(0, "ID3")),
  document("audio/amr", "录音", "recording", ascii(0, "#!AMR")),
  document(docx, "Word 文件", "Word document", zipWith("word/document.xml")),
  document("application/ofd", "OFD 版式文件", "OFD document", zipWith("OFD.xml")),
];

const isZip = starts("504b0304");

/** Tells by content, not by name. Null: neither a table nor a document that is known. */
export const fileKindOf = (content: Uint8Array): FileKind | null => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const found = documents.find(({ fits }) => bytes.length >= 12 && fits(bytes));
  if (found) return { is: "document", mediaType: found.mediaType, zh: found.zh, en: found.en };
  // A zip that is no document known is read as a workbook, which says what is wrong with it; so is text.
  return isZip(bytes) || !isBinary(bytes) || starts("d0cf11e0")(bytes) ? { is: "table" } : null;
};

/** Text of the four encodings: UTF-16 begins with its mark; elsewhere no zero byte stands. */
const isBinary = (bytes: Buffer): boolean => {
  const mark = bytes.subarray(0, 2).toString("hex");
  return mark !== "fffe" && mark !== "feff" && bytes.subarray(0, 8192).includes(0);
};
