/** Facts as they come, checked against their declarations: a domain for each slot of the decision. */
import { toJson } from "../feel/json.ts";
import { Num, num, type Value } from "../feel/value.ts";
import type { Val } from "../ir/node.ts";
import { fromFeel, OFFSET_SECONDS, toFeel } from "../ir/value.ts";
import type { FactDecl, TermsDocument } from "../terms/model.ts";
import { normal } from "../terms/reader.ts";
import { nearest } from "../terms/report.ts";
import { cut, type Domain, isKnown, known, reachesOutside, wholeDomain } from "./domain.ts";
import { type FactProblem, FactsError } from "./errors.ts";
import { isBad, readLiteral } from "./literal.ts";

export interface Facts {
  /** The lengths of the lists that are known. */
  readonly lengths: ReadonlyMap<string, number>;
  /** A domain for each slot path; the governing fact cut to the part inside `effective`. */
  readonly domains: ReadonlyMap<string, Domain>;
  /** The governing fact may lie outside `effective`. */
  readonly governsOpen: boolean;
}

const FAR = num("Infinity");
const MAX_LIST = 1000;

/** Reads facts; throws `FactsError` with every problem. */
export function readFactsInput(doc: TermsDocument, input: unknown): Facts {
  const reader = new FactsReader(doc);
  reader.read(input);
  if (reader.problems.length > 0) throw new FactsError(reader.problems);
  return { lengths: reader.lengths, domains: reader.domains, governsOpen: reader.governsOpen };
}

type Entries = { readonly [key: string]: unknown };

const isObject = (x: unknown): x is Entries =>
  typeof x === "object" && x !== null && !Array.isArray(x) && !(x instanceof Num);

class FactsReader {
  readonly problems: FactProblem[] = [];
  readonly lengths = new Map<string, number>();
  readonly domains = new Map<string, Domain>();
  governsOpen = false;
  private readonly doc: TermsDocument;

  constructor(doc: TermsDocument) {
    this.doc = doc;
  }

  read(input: unknown): void {
    if (!isObject(input)) {
      this.wrong("", "the facts are not an object", 'write {"fact": value, …}', [
        "事实不是一个对象",
        '请写 {"事实": 值, …}',
      ]);
      return;
    }
    const given = new Map<string, unknown>();
    for (const [key, value] of Object.entries(input)) {
      const name = normal(key);
      if (this.doc.facts.has(name)) given.set(name, value);
      else this.unknownName(name, this.doc.facts.keys());
    }
    for (const [name, decl] of this.doc.facts) this.fact(name, decl, given.get(name));
    if (this.problems.length === 0) this.governs();
  }

  private fact(path: string, decl: FactDecl, raw: unknown): void {
    const { type } = decl;
    if ((type.kind === "list" || type.kind === "records") && raw !== null && raw !== undefined) {
      this.list(path, decl, raw);
      return;
    }
    const domain = this.domain(path, decl, raw);
    if (domain !== null) this.domains.set(path, domain);
  }

  private list(path: string, decl: FactDecl, raw: unknown): void {
    const { type } = decl;
    if (!Array.isArray(raw)) {
      this.wrong(path, `${path} is not a list`, "a list is known or unknown as a whole: write [ … ]", [
        `${path} 不是列表`,
        "列表须整体给出或整体未知：请写 [ … ]",
      ]);
      return;
    }
    if (raw.length > MAX_LIST) {
      this.wrong(path, `${path} has more than ${MAX_LIST} elements`, "decide it in parts", [
        `${path} 超过 ${MAX_LIST} 项`,
        "请分批处理",
      ]);
      return;
    }
    this.lengths.set(path, raw.length);
    raw.forEach((item: unknown, i) => {
      const at = `${path}[${i + 1}]`;
      if (type.kind === "list") this.fact(at, type.of, item);
      if (type.kind === "records") this.record(at, type.fields, item);
    });
  }

  private record(path: string, fields: ReadonlyMap<string, FactDecl>, raw: unknown): void {
    if (!isObject(raw)) {
      this.wrong(path, `${path} is not an object`, `write {${[...fields.keys()].join(", ")}}`, [
        `${path} 不是一组“名称: 值”`,
        `请写 {${[...fields.keys()].join(", ")}}`,
      ]);
      return;
    }
    const given = new Map(Object.entries(raw).map(([k, v]) => [normal(k), v]));
    for (const key of given.keys())
      if (!fields.has(key))
        this.unknownName(
          `${path}.${key}`,
          [...fields.keys()].map((f) => `${path}.${f}`),
        );
    for (const [name, decl] of fields) this.fact(`${path}.${name}`, decl, given.get(name));
  }

  private domain(path: string, decl: FactDecl, raw: unknown): Domain | null {
    const whole = wholeDomain(decl);
    if (raw === null || raw === undefined) return whole;
    if (!isObject(raw)) return this.plainValue(path, decl, raw, whole);
    const keys = Object.keys(raw);
    if (keys.length === 1 && "none" in raw && raw["none"] === true) return this.none(path, decl);
    if (keys.length === 1 && "oneOf" in raw) return this.choice(path, decl, raw["oneOf"], whole);
    if (keys.length === 1 && "between" in raw) return this.between(path, decl, raw["between"], whole);
    this.wrong(
      path,
      `${path} has an unknown form`,
      "write a value, {between: [a, b]}, {oneOf: […]} or {none: true}",
      [`${path} 的写法不对`, "请写一个值、`{between: [a, b]}`、`{oneOf: […]}` 或 `{none: true}`"],
    );
    return null;
  }

  private literal(path: string, decl: FactDecl, raw: unknown): Value | undefined {
    const value = readLiteral(raw, decl.type);
    if (!isBad(value)) return value;
    const [message, hint, zh, zhHint] = value.bad;
    this.wrong(path, `${path}: ${message}`, hint, [`${path}：${zh}`, zhHint]);
    return undefined;
  }

  private plainValue(path: string, decl: FactDecl, raw: unknown, whole: Domain): Domain | null {
    const value = this.literal(path, decl, raw);
    if (value === undefined) return null;
    const v = fromFeel(value);
    if (this.outside(v, whole)) {
      this.outsideLimits(path, decl, raw);
      return null;
    }
    return known(v);
  }

  /** Past the limits of a range; a known number need not stand on the grid. */
  private outside(v: Val, whole: Domain): boolean {
    return whole.kind === "range" && v instanceof Num && (v.lessThan(whole.low) || v.greaterThan(whole.high));
  }

  private outsideLimits(path: string, decl: FactDecl, raw: unknown): void {
    const limits = limitsText(decl);
    this.wrong(path, `${path} is ${text(raw)}, outside its limits`, `it must be ${limits[0]}`, [
      `${path} 为 ${text(raw)}，超出范围`,
      `应${limits[1]}`,
    ]);
  }

  private none(path: string, decl: FactDecl): Domain | null {
    if (decl.optional) return known(null);
    this.wrong(
      path,
      `${path} cannot have no value`,
      "only a fact declared `optional: true` can; leave it out if it is unknown",
      [`${path} 不能没有值`, "只有 `optional: true` 的事实可以；未知时请不写"],
    );
    return null;
  }

  private choice(path: string, decl: FactDecl, raw: unknown, whole: Domain): Domain | null {
    if (!Array.isArray(raw) || raw.length === 0) {
      this.wrong(path, `\`oneOf\` of ${path} is not a list of values`, "write {oneOf: [a, b]}", [
        `${path} 的 \`oneOf\` 不是取值列表`,
        "请写 `{oneOf: [a, b]}`",
      ]);
      return null;
    }
    const values: Val[] = [];
    for (const item of raw) {
      const value = this.literal(path, decl, item);
      if (value === undefined) return null;
      const v = fromFeel(value);
      if (this.outside(v, whole)) {
        this.outsideLimits(path, decl, item);
        return null;
      }
      if (!values.some((x) => same(x, v))) values.push(v);
    }
    if (values.every((v) => v instanceof Num))
      values.sort((a, b) => (a instanceof Num && b instanceof Num ? a.comparedTo(b) : 0));
    return { kind: "finite", values };
  }

  private between(path: string, decl: FactDecl, raw: unknown, whole: Domain): Domain | null {
    const [a, b] =
      Array.isArray(raw) && raw.length === 2 ? (raw as readonly unknown[]) : [undefined, undefined];
    const ordered =
      whole.kind === "range" ||
      (whole.kind === "finite" && whole.values.every((v) => v instanceof Num || v === null));
    if (a === undefined || b === undefined || !ordered) {
      this.wrong(
        path,
        `\`between\` of ${path} is not a pair of ${typeText(decl)}`,
        "write {between: [a, b]} for a fact that has an order",
        [`${path} 的 \`between\` 写法不对`, "有大小之分的事实请写 `{between: [a, b]}`"],
      );
      return null;
    }
    const ends = [a, b].map((x) => (x === null ? null : this.end(path, decl, x)));
    if (ends.some((e) => e === undefined)) return null;
    const low = ends[0] ?? FAR.neg();
    const high = ends[1] ?? FAR;
    const domain = cut(whole, low, high);
    if (domain !== null) return domain;
    this.wrong(
      path,
      `${path} is between ${text(a)} and ${text(b)}, which leaves no value`,
      `the ends must be in order and it must be ${limitsText(decl)[0]}`,
      [`${path} 介于 ${text(a)} 与 ${text(b)}，没有可能的值`, `两端须由小到大，且应${limitsText(decl)[1]}`],
    );
    return null;
  }

  private end(path: string, decl: FactDecl, raw: unknown): Num | undefined {
    const type = decl.type.kind === "one of" ? ({ kind: "number" } as const) : decl.type;
    const value = this.literal(path, { ...decl, type }, raw);
    const v = value === undefined ? undefined : fromFeel(value);
    return v instanceof Num ? v : undefined;
  }

  private governs(): void {
    const name = this.doc.governs;
    const domain = name === null ? undefined : this.domains.get(name);
    if (name === null || domain === undefined) return;
    const [low, high] = effectiveRange(this.doc, name);
    if (!reachesOutside(domain, low, high)) return;
    const inside = cut(domain, low, high);
    if (inside !== null) {
      this.domains.set(name, inside);
      this.governsOpen = true;
      return;
    }
    const [from, to] = [dayText(this.doc.effective.from), dayText(this.doc.effective.to)];
    this.wrong(
      name,
      `${name} lies outside the period of ${this.doc.id}`,
      `it must be from ${from ?? "any day"} to ${to ?? "any day"}; choose the edition in force then`,
      [
        `${name} 不在 ${this.doc.id} 的有效期内`,
        `应在 ${from ?? "（不限）"} 至 ${to ?? "（不限）"} 之间；请改用当时有效的版本`,
      ],
    );
  }

  private unknownName(name: string, names: Iterable<string>): void {
    const near = nearest(name, names);
    this.wrong(
      name,
      `${name} is no fact of ${this.doc.id}`,
      near === null ? "leave it out, or declare it under `facts`" : `did you mean ${near}?`,
      [
        `${name} 不是 ${this.doc.id} 的事实`,
        near === null ? "请去掉，或在 `facts` 中声明" : `是否想写 ${near}？`,
      ],
    );
  }

  private wrong(fact: string, message: string, hint: string, zh: readonly [string, string]): void {
    this.problems.push({ fact, message, hint, zh: { message: zh[0], hint: zh[1] } });
  }
}

const same = (a: Val, b: Val): boolean => (a instanceof Num && b instanceof Num ? a.equals(b) : a === b);

const text = (raw: unknown): string =>
  raw instanceof Num
    ? raw.toString()
    : typeof raw === "string"
      ? raw.slice(0, 60)
      : (JSON.stringify(raw) ?? "").slice(0, 60);

const typeText = (decl: FactDecl): string => (decl.type.kind === "records" ? "list" : decl.type.kind);

/** A limit as people write it: days, times and durations in ISO 8601, never in the engine's own seconds and months. */
function limitText(value: Num, { type: { kind } }: FactDecl): string {
  const isUnit =
    kind === "date" ||
    kind === "date and time" ||
    kind === "days and time duration" ||
    kind === "years and months duration";
  const json = isUnit ? toJson(toFeel(value, kind)) : null;
  return typeof json === "string" ? json : value.toString();
}

function limitsText(decl: FactDecl): readonly [string, string] {
  const [min, max] = [fromFeel(decl.min), fromFeel(decl.max)];
  const at = (v: Num): string => limitText(v, decl);
  if (min instanceof Num && max instanceof Num)
    return [`from ${at(min)} to ${at(max)}`, `在 ${at(min)} 至 ${at(max)} 之间`];
  if (min instanceof Num) return [`at least ${at(min)}`, `不小于 ${at(min)}`];
  return max instanceof Num
    ? [`at most ${at(max)}`, `不大于 ${at(max)}`]
    : ["a value of its type", "符合其类型"];
}

/** The ends of `effective` in the unit of the governing fact: days, or seconds of the days' first and last. */
export function effectiveRange(doc: TermsDocument, name: string): readonly [Num, Num] {
  const { from, to } = doc.effective;
  if (doc.facts.get(name)?.type.kind === "date")
    return [from === null ? FAR.neg() : num(from), to === null ? FAR : num(to)];
  const start = (day: number): Num => num(day * 86_400 - OFFSET_SECONDS);
  return [from === null ? FAR.neg() : start(from), to === null ? FAR : start(to + 1).minus(1)];
}

/** A day as ISO 8601, null without one. */
export const dayText = (day: number | null): string | null =>
  day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);

export { isKnown };
