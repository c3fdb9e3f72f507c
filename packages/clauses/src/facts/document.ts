/** Facts as a JSON file: the values, and the line of each fact for errors. */
import { type Json, JsonError, parseJson } from "../feel/index.ts";
import { type Located, readYaml } from "../terms/located.ts";
import { normal } from "../terms/reader.ts";

/** A facts file that is not JSON. `line` is 1-based. */
export class FactsSyntaxError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = "FactsSyntaxError";
    this.line = line;
  }
}

export interface FactsDocument {
  /** One set of facts, or several. Numbers are exact. */
  readonly items: readonly unknown[];
  readonly isArray: boolean;
  /** The line of a fact (`列表[2].字段`) of an item. */
  readonly lineOf: (item: number, fact: string) => number;
}

/** Reads facts from JSON text. Throws `FactsSyntaxError`. */
export function readFactsJson(text: string): FactsDocument {
  const json = parse(text.replace(/^\uFEFF/, ""));
  const isArray = Array.isArray(json);
  const items: readonly unknown[] = isArray ? json : [json];
  let located: Located | null | undefined;
  const lineOf = (item: number, fact: string): number => {
    // JSON is YAML: read again for the places, only where something is wrong.
    located ??= readYaml(text, () => {});
    if (located === null) return 1;
    const start = isArray && located.kind === "seq" ? located.items[item] : located;
    return start === undefined ? 1 : lineIn(start, fact);
  };
  return { items, isArray, lineOf };
}

function parse(text: string): Json {
  try {
    return parseJson(text);
  } catch (e) {
    if (!(e instanceof JsonError)) throw e;
    throw new FactsSyntaxError(e.message, text.slice(0, e.offset).split("\n").length);
  }
}

function lineIn(start: Located, fact: string): number {
  let at = start;
  let line = start.line;
  for (const part of fact.split(/[.[\]]+/).filter((p) => p !== "")) {
    if (at.kind === "map") {
      const entry = at.entries.find((e) => normal(e.key) === part);
      if (entry === undefined) return line;
      line = entry.at.line;
      at = entry.value;
    } else if (at.kind === "seq") {
      const item = at.items[Number(part) - 1];
      if (item === undefined) return line;
      line = item.line;
      at = item;
    } else return line;
  }
  return line;
}
