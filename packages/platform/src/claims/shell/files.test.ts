import { describe, expect, it } from "vitest";
import { writeXlsx } from "../../tabular/index.ts";
import { fileKindOf } from "./files.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat([...parts.map((part) => Buffer.from(part as string)), Buffer.alloc(32, 65)]);

describe("what a dropped file is, whatever its name", () => {
  it.each([
    ["PDF", bytes("%PDF-1.7"), "application/pdf"],
    ["JPEG", bytes([0xff, 0xd8, 0xff, 0xe1]), "image/jpeg"],
    ["PNG", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image/png"],
    ["HEIC", bytes([0, 0, 0, 24], "ftypheic"), "image/heic"],
    ["WebP", bytes("RIFF", [1, 2, 3, 4], "WEBP"), "image/webp"],
    ["WAV", bytes("RIFF", [1, 2, 3, 4], "WAVE"), "audio/wav"],
    ["MP4", bytes([0, 0, 0, 24], "ftypisom"), "video/mp4"],
    ["M4A", bytes([0, 0, 0, 24], "ftypM4A "), "audio/mp4"],
    ["AMR", bytes("#!AMR\n"), "audio/amr"],
    ["Word", bytes([0x50, 0x4b, 3, 4], "word/document.xml"), /wordprocessingml/],
    ["OFD", bytes([0x50, 0x4b, 3, 4], "OFD.xml"), "application/ofd"],
  ] as const)("%s is kept as a document", (_name, content, mediaType) => {
    expect(fileKindOf(content)).toMatchObject({
      is: "document",
      mediaType: expect.stringMatching(mediaType),
    });
  });

  it("a workbook, text in any encoding, and an old workbook are read as tables, which say what is wrong", async () => {
    const workbook = await writeXlsx([{ name: "a", columns: [{ header: "a" }], rows: [] }]);
    const texts = [
      workbook,
      bytes("交易时间,金额"),
      bytes([0xff, 0xfe, 0x41, 0]),
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0]),
    ];
    for (const content of [...texts, new Uint8Array()]) expect(fileKindOf(content)).toEqual({ is: "table" });
  });

  it("anything else is not known", () => {
    expect(fileKindOf(bytes([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]))).toBeNull();
  });
});
