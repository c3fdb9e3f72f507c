import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { parser } from "lezer-feel";

/** What a piece of FEEL is, for its colour; null for what has none. */
export type FeelKind = "keyword" | "name" | "call" | "number" | "text" | "truth" | "operator" | "property";
export interface FeelPiece {
  /** Where it begins in the source. */
  readonly from: number;
  readonly text: string;
  readonly kind: FeelKind | null;
}

const KINDS = tagHighlighter([
  { tag: tags.keyword, class: "keyword" },
  { tag: tags.variableName, class: "name" },
  { tag: tags.propertyName, class: "property" },
  { tag: tags.number, class: "number" },
  { tag: tags.string, class: "text" },
  { tag: tags.bool, class: "truth" },
  { tag: tags.null, class: "truth" },
  { tag: tags.operator, class: "operator" },
]);
const KNOWN: ReadonlySet<string> = new Set<FeelKind>([
  "keyword",
  "name",
  "property",
  "number",
  "text",
  "truth",
  "operator",
]);
const isKind = (name: string): name is FeelKind => KNOWN.has(name);
const kindOf = (classes: string): FeelKind | null => classes.split(" ").find(isKind) ?? null;

const PARSERS = {
  expression: parser.configure({ top: "Expression" }),
  test: parser.configure({ top: "UnaryTests" }),
};

/** FEEL cut into pieces by its own grammar; joined again they are the text. A `test` is a cell of a table. */
export const feelPieces = (source: string, top: keyof typeof PARSERS = "expression"): FeelPiece[] => {
  const pieces: FeelPiece[] = [];
  let done = 0;
  const plain = (to: number): void => {
    if (to > done) pieces.push({ from: done, text: source.slice(done, to), kind: null });
    done = Math.max(done, to);
  };
  highlightTree(PARSERS[top].parse(source), KINDS, (from, to, classes) => {
    plain(from);
    const kind = kindOf(classes);
    const called = kind === "name" && /^\s*\(/.test(source.slice(to));
    pieces.push({ from, text: source.slice(from, to), kind: called ? "call" : kind });
    done = to;
  });
  plain(source.length);
  return pieces;
};
