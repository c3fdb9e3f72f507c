/** The `table` effect. */
import { readCell, readFormula } from "./formula.ts";
import type { Located } from "./located.ts";
import type { Cell, Effect, Formula, HitPolicy, Row } from "./model.ts";
import { LIMITS } from "./prescan.ts";
import type { ClauseReader } from "./readClauses.ts";
import { checkName, Entries, expected, normal } from "./reader.ts";
import { keyOf, quoted, type Where } from "./where.ts";

export const HITS = ["unique", "first", "sum", "max"] as const satisfies readonly HitPolicy[];
export const TABLE_KEYS = ["define", "hit", "on", "rows"] as const;

export function readTable(v: Located, where: Where, ctx: ClauseReader): Effect | null {
  if (v.kind !== "map") {
    expected(ctx.report, v, where, ["{define, hit, on, rows}", "`{define, hit, on, rows}`"]);
    return null;
  }
  const entries = new Entries(v, where, TABLE_KEYS, ctx.report);
  const names = (entries.texts("define") ?? []).map(normal);
  if (names.length === 0) entries.missing("define");
  const hit = readHit(entries, names, where, ctx);
  const onAt = entries.get("on");
  const on =
    onAt === null ? [] : (onAt.kind === "seq" ? onAt.items : [onAt]).map((o) => readFormula(o, where, ctx));
  if (onAt === null) entries.missing("on");
  const rowsAt = entries.get("rows");
  if (rowsAt === null || rowsAt.kind !== "seq" || rowsAt.items.length === 0) {
    if (rowsAt === null) entries.missing("rows");
    else expected(ctx.report, rowsAt, keyOf("rows", where), ["a list of rows", "行的列表"]);
    return null;
  }
  checkNames(names, entries.get("define"), where, ctx);
  if (rowsAt.items.length > LIMITS.rows) {
    tooManyRows(rowsAt, where, ctx);
    return null;
  }
  const goodOn = on.filter((o): o is Formula => o !== null);
  // Without its columns nothing can be said of a row.
  if (names.length === 0 || on.length === 0) return null;
  const members = on.map((o) => (o === null ? NO_MEMBERS : ctx.membersOf(o)));
  const rows = rowsAt.items.flatMap((r) => readRow(r, members, names.length, where, ctx) ?? []);
  if (hit === null || goodOn.length !== on.length) return null;
  return { kind: "table", names, hit, on: goodOn, rows, at: { line: v.line, column: v.column } };
}

const NO_MEMBERS: ReadonlySet<string> = new Set();

function checkNames(names: readonly string[], at: Located | null, where: Where, ctx: ClauseReader): void {
  if (at === null) return;
  const seen = new Set<string>();
  for (const name of names) {
    checkName(name, at, ctx.report);
    if (seen.has(name))
      ctx.report(at, `${where[0]} defines ${name} twice`, "give each output its own name", [
        `${where[1]} 两次定义 ${name}`,
        "每个输出的名称应不同",
      ]);
    seen.add(name);
  }
}

function tooManyRows(at: Located, where: Where, ctx: ClauseReader): void {
  ctx.report(
    at,
    `${where[0]} has more than ${LIMITS.rows} rows`,
    "a list that long is a record, not a promise: let its value be a fact",
    [`${where[1]} 超过 ${LIMITS.rows} 行`, "这么长的表是资料而不是承诺：请把查得的值作为事实"],
  );
}

function readHit(
  entries: Entries,
  names: readonly string[],
  where: Where,
  ctx: ClauseReader,
): HitPolicy | null {
  const text = entries.text("hit") ?? "unique";
  const hit = HITS.find((h) => h === text) ?? null;
  const at = entries.get("hit") ?? entries.map;
  if (hit === null)
    ctx.report(at, `unknown hit policy \`${text}\` in ${where[0]}`, `write one of ${HITS.join(", ")}`, [
      `${where[1]} 的命中规则 \`${text}\` 不存在`,
      `请写 ${quoted(HITS)} 之一`,
    ]);
  if ((hit === "sum" || hit === "max") && names.length > 1)
    ctx.report(
      at,
      `hit policy ${hit} with ${names.length} outputs in ${where[0]}`,
      "sum and max take one output",
      [`${where[1]} 的命中规则 \`${hit}\` 有 ${names.length} 个输出`, "`sum` 与 `max` 只能有一个输出"],
    );
  return hit;
}

function readRow(
  v: Located,
  members: readonly ReadonlySet<string>[],
  outputs: number,
  where: Where,
  ctx: ClauseReader,
): readonly Row[] | null {
  const width = members.length + outputs;
  if (v.kind !== "seq" || v.items.length !== width) {
    const got = v.kind === "seq" ? v.items.length : 0;
    ctx.report(
      v,
      `a row of ${where[0]} has ${got} cells`,
      `write ${width}: ${members.length} tests, then ${outputs} outputs`,
      [`${where[1]} 的一行有 ${got} 格`, `应为 ${width} 格：${members.length} 个条件，${outputs} 个结果`],
    );
    return null;
  }
  const inputs = members.map((m, i) => {
    const cell = v.items[i];
    return cell === undefined ? null : readCell(cell, where, m, ctx);
  });
  const values = v.items.slice(members.length).map((o) => readFormula(o, where, ctx));
  const goodInputs = inputs.filter((c): c is Cell => c !== null);
  const goodValues = values.filter((f): f is Formula => f !== null);
  if (goodInputs.length + goodValues.length !== width) return null;
  return [{ at: { line: v.line, column: v.column }, inputs: goodInputs, outputs: goodValues }];
}
