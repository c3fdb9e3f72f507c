/** Reading located YAML into shapes, reporting what does not fit and going on. */
import { isName } from "../feel/index.ts";
import { type Num, num } from "../feel/value.ts";
import type { Located, LocatedEntry, LocatedMap, LocatedScalar, Place } from "./located.ts";
import { nearest, type Report } from "./report.ts";
import { keyOf, quoted, type Where } from "./where.ts";

export const normal = (name: string): string => name.trim().replace(/\s+/g, " ");

/** The value's kind in words, for errors. */
const what = (v: Located): readonly [string, string] => {
  if (v.kind === "map") return ["a mapping", "一组“名称: 值”"];
  if (v.kind === "seq") return ["a list", "列表"];
  return v.is === "null" ? ["nothing", "空"] : ["a single value", "单个值"];
};

export function expected(report: Report, v: Located, where: Where, want: readonly [string, string]): void {
  const got = what(v);
  report(v, `${where[0]} is ${got[0]}`, `write ${want[0]}`, [`${where[1]} 处为${got[1]}`, `请写${want[1]}`]);
}

/** A mapping's entries by key; unknown keys are errors with the nearest known one. */
export class Entries {
  readonly map: LocatedMap;
  private readonly report: Report;
  private readonly where: Where;

  constructor(map: LocatedMap, where: Where, keys: readonly string[], report: Report) {
    this.map = map;
    this.report = report;
    this.where = where;
    for (const e of map.entries) if (!keys.includes(e.key)) unknownKey(report, e, where, keys);
  }

  get(key: string): Located | null {
    return this.entry(key)?.value ?? null;
  }

  entry(key: string): LocatedEntry | null {
    return this.map.entries.find((e) => e.key === key) ?? null;
  }

  /** A text, as written. Null (and an error when required) where it is missing or not a single value. */
  text(key: string, required = false): string | null {
    const v = this.get(key);
    if (v === null) {
      if (required) this.missing(key);
      return null;
    }
    if (v.kind === "scalar" && v.is !== "null") return v.text.trim();
    expected(this.report, v, keyOf(key, this.where), ["a text", "一段文字"]);
    return null;
  }

  flag(key: string): boolean {
    const v = this.get(key);
    if (v === null) return false;
    if (v.kind === "scalar" && v.is === "boolean") return v.text === "true";
    expected(this.report, v, keyOf(key, this.where), ["true or false", "`true` 或 `false`"]);
    return false;
  }

  /** A list of texts; a single text counts as a list of one. */
  texts(key: string): readonly string[] | null {
    const v = this.get(key);
    return v === null ? null : texts(v, keyOf(key, this.where), this.report);
  }

  missing(key: string): void {
    this.report(this.map, `${this.where[0]} has no \`${key}\``, `add \`${key}:\``, [
      `${this.where[1]} 缺少 \`${key}\``,
      `请补上 \`${key}:\``,
    ]);
  }
}

/** A name that expressions can read: FEEL's, no keyword, and not `points`, which belongs to `refer`. */
export function checkName(name: string, at: Place, report: Report): void {
  if (isName(name) && name !== "points") return;
  const what: readonly [string, string] =
    name === "points"
      ? ["belongs to `refer`", "是 `refer` 专用的名称"]
      : ["is no name in FEEL", "不能作名称"];
  report(
    at,
    `\`${name}\` ${what[0]}`,
    "begin with a letter, without brackets, commas or keywords such as if",
    [`\`${name}\` ${what[1]}`, "请以文字开头，不用括号、逗号和 `if` 之类的关键字"],
  );
}

export function texts(v: Located, where: Where, report: Report): readonly string[] {
  const items = v.kind === "seq" ? v.items : [v];
  return items.flatMap((item) => {
    if (item.kind === "scalar" && item.is !== "null") return [item.text.trim()];
    expected(report, item, where, ["a text", "一段文字"]);
    return [];
  });
}

function unknownKey(report: Report, e: LocatedEntry, where: Where, keys: readonly string[]): void {
  const near = nearest(e.key, keys);
  const hint = near === null ? `the keys are ${keys.join(", ")}` : `did you mean \`${near}\`?`;
  report(e.at, `unknown key \`${e.key}\` in ${where[0]}`, hint, [
    `${where[1]} 中有未知的键 \`${e.key}\``,
    near === null ? `可用的键：${quoted(keys)}` : `是否想写 \`${near}\`？`,
  ]);
}

/** YAML as plain data; numbers exact, as `Num`. */
export function plain(v: Located): unknown {
  if (v.kind === "seq") return v.items.map(plain);
  if (v.kind === "map") return Object.fromEntries(v.entries.map((e) => [normal(e.key), plain(e.value)]));
  return plainScalar(v);
}

function plainScalar(v: LocatedScalar): unknown {
  if (v.is === "null") return null;
  if (v.is === "boolean") return v.text === "true";
  if (v.is === "number") return toExact(v.text) ?? v.text;
  return v.text;
}

const toExact = (text: string): Num | null => {
  const clean = text.replace(/_/g, "");
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/.test(clean) ? num(clean) : null;
};

export type { Place };
