import { no } from "./refusals.ts";
import { meaningOf, type NumberMeaning } from "./xlsx-dates.ts";
import { readXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** What a workbook says about its sheets, and what all of them share. */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly epoch1904: boolean;
  readonly strings: readonly string[];
  /** By the cell's style number. */
  readonly meanings: readonly NumberMeaning[];
}

const normal = (folder: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}/${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
};

const relations = async (zip: Zip, part: string, filename: string): Promise<Map<string, Relation>> => {
  const folder = part.slice(0, Math.max(0, part.lastIndexOf("/")));
  const name = part.slice(part.lastIndexOf("/") + 1);
  const rels = `${folder === "" ? "" : `${folder}/`}_rels/${name}.rels`;
  const found = new Map<string, Relation>();
  await readXml(zip, rels, filename, {
    open: (tag, attributes) => {
      const { Id, Target, Type } = attributes;
      if (tag !== "Relationship" || !Id || !Target || !Type) return;
      found.set(Id, { target: normal(folder, Target), type: Type.slice(Type.lastIndexOf("/") + 1) });
    },
  });
  return found;
};
interface Relation {
  readonly target: string;
  readonly type: string;
}

/** Finds the workbook and reads its list of sheets, its shared strings and its number formats. */
export const readBook = async (zip: Zip, filename: string): Promise<Book> => {
  const root = [...(await relations(zip, "", filename)).values()].find((r) => r.type === "officeDocument");
  if (!root) throw no.notTable(filename, "压缩包，但不是 XLSX · a zip, but no XLSX");
  if (!zip.parts.has(root.target)) throw no.truncated(filename, root.target);
  if (!root.target.endsWith(".xml") || root.target.startsWith("word/") || root.target.startsWith("ppt/"))
    throw no.notTable(filename, root.target);
  const links = await relations(zip, root.target, filename);
  const sheets: { name: string; part: string }[] = [];
  let epoch1904 = false;
  await readXml(zip, root.target, filename, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") epoch1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (tag !== "sheet" || attributes.state === "hidden" || attributes.state === "veryHidden") return;
      const link = links.get(attributes["r:id"] ?? attributes.id ?? "");
      if (link?.type === "worksheet") sheets.push({ name: attributes.name ?? "", part: link.target });
    },
  });
  const shared = [...links.values()].find((link) => link.type === "sharedStrings");
  const styles = [...links.values()].find((link) => link.type === "styles");
  return {
    sheets,
    epoch1904,
    strings: shared ? await readStrings(zip, shared.target, filename) : [],
    meanings: styles ? await readMeanings(zip, styles.target, filename) : [],
  };
};

/** Shared strings are all held at once: this many characters and strings, and no more. */
const MOST_SHARED = { characters: 100_000_000, strings: 5_000_000 };

const readStrings = async (zip: Zip, part: string, filename: string): Promise<string[]> => {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  await readXml(zip, part, filename, {
    open: (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") phonetic += 1;
      inText = tag === "t" && phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      if (tag === "rPh") phonetic -= 1;
      if (tag !== "si") return;
      characters += text.length;
      if (characters > MOST_SHARED.characters || strings.length >= MOST_SHARED.strings)
        throw no.bomb(filename, MOST_SHARED.characters);
      strings.push(text);
    },
  });
  return strings;
};

const readMeanings = async (zip: Zip, part: string, filename: string): Promise<NumberMeaning[]> => {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(zip, part, filename, {
    open: (tag, attributes) => {
      if (tag === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag === "xf" && inCells) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return formats.map((id) => meaningOf(id, codes.get(id)));
};
