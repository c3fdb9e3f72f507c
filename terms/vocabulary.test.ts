/** The vocabulary and the terms documents speak of the same facts, each with one meaning and one type. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const here = import.meta.dirname;

const Word = z.strictObject({
  column: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/),
  type: z.unknown(),
  optional: z.boolean().default(false),
  subject: z.enum(["policy", "party", "event", "claim"]),
  meaning: z.string().min(1),
  from: z.string().min(1),
});
const Vocabulary = z.strictObject({ facts: z.record(z.string(), Word) });
const Declaration = z.union([z.string(), z.looseObject({ type: z.unknown() })]);
const Document = z.object({ terms: z.string(), facts: z.record(z.string(), Declaration) });

/** `{type: date}` and `date` declare the same thing, in the fields of a list too. */
function canonical(type: unknown): unknown {
  if (Array.isArray(type)) return type.map(String);
  if (typeof type !== "object" || type === null) return type;
  const entries = Object.entries(type);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === "type") return canonical(only[1]);
  return Object.fromEntries(entries.map(([key, value]) => [key, canonical(value)]));
}

const declared = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => ({ file, content: parse(readFileSync(join(here, file), "utf8")) as unknown }))
  .filter(({ content }) => typeof content === "object" && content !== null && "terms" in content)
  .flatMap(({ file, content }) =>
    Object.entries(Document.parse(content).facts).map(([name, d]) => ({
      file,
      name,
      type: canonical(typeof d === "string" ? d : d.type),
      optional: typeof d !== "string" && d.optional === true,
    })),
  );

const vocabulary = Vocabulary.parse(parse(readFileSync(join(here, "vocabulary.yaml"), "utf8"))).facts;

describe("vocabulary", () => {
  it("is about documents that exist", () => {
    expect(new Set(declared.map((d) => d.file)).size).toBeGreaterThanOrEqual(10);
  });

  it("defines every fact that a document declares", () => {
    const missing = declared.filter((d) => vocabulary[d.name] === undefined);
    expect(missing.map((d) => `${d.file}: ${d.name}`)).toEqual([]);
  });

  it("gives each fact the type that every document declares", () => {
    const different = declared.filter(
      (d) => JSON.stringify(d.type) !== JSON.stringify(canonical(vocabulary[d.name]?.type)),
    );
    expect(different.map((d) => `${d.file}: ${d.name} is ${JSON.stringify(d.type)}`)).toEqual([]);
  });

  it("says of each fact whether it may have no value, as every document does", () => {
    const different = declared.filter((d) => d.optional !== vocabulary[d.name]?.optional);
    expect(different.map((d) => `${d.file}: ${d.name}`)).toEqual([]);
  });

  it("holds no fact that no document uses", () => {
    const used = new Set(declared.map((d) => d.name));
    expect(Object.keys(vocabulary).filter((name) => !used.has(name))).toEqual([]);
  });

  it("names each column once, the columns that say “none” included", () => {
    const columns = Object.values(vocabulary).flatMap((w) =>
      w.optional ? [w.column, `${w.column}_none`] : [w.column],
    );
    expect(columns.filter((c, i) => columns.indexOf(c) !== i)).toEqual([]);
  });
});
