import { z } from "zod";
import { InvalidInput } from "../http/index.ts";
import { dayInChina, timeInChina } from "../kernel/clock.ts";
import { TermsId } from "../kernel/ids.ts";
import type { Download } from "../kernel/operation.ts";
import type { Context, StaffActor } from "../store/index.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import type { ClockLine, exportClocks } from "./contract.ts";
import type { ClockState } from "./model/clock.ts";
import { daysBetween } from "./model/days.ts";
import type { ClockKind } from "./model/kinds.ts";
import { type ClockFilter, type ClockPlace, type ClockRow, countClocks, listClocks } from "./store/list.ts";

type Reader = Context<StaffActor>;
type Query = z.output<NonNullable<(typeof exportClocks)["query"]>>;

const filterOf = ({ actor }: Reader, { state, kind, mine, q }: Query): ClockFilter => ({
  states: state === "open" ? UNDONE : state && [state],
  kind,
  handler: mine === "true" ? actor.staffId : undefined,
  q,
});

const UNDONE = [
  "breached",
  "warning",
  "running",
  "paused",
  "waiting",
] as const satisfies readonly ClockState[];

const isOver = ({ state }: ClockRow): boolean => state === "met" || state === "late" || state === "ended";

const lineOf =
  (today: string) =>
  (row: ClockRow): ClockLine => ({
    kind: row.kind,
    subjectId: row.subjectId,
    family: row.family,
    clause: row.clause,
    name: row.lane,
    law: row.law,
    terms: TermsId.parse(row.terms),
    number: row.number,
    title: row.title,
    handler: row.handler,
    state: row.state,
    from: row.from,
    due: row.due,
    dueAt: row.dueAt === null ? null : timeInChina(row.dueAt),
    daysLeft: row.due === null || isOver(row) ? null : daysBetween(today, row.due),
    actBy: row.actBy,
    doneAt: row.doneAt === null ? null : timeInChina(row.doneAt),
  });

const Written = z.tuple([z.iso.date().nullable(), z.uuid(), z.string().max(200)]);

const cursorOf = ({ due, subjectId, family, clause }: ClockRow): string =>
  Buffer.from(JSON.stringify([due, subjectId, `${family} ${clause}`])).toString("base64url");

/** @throws InvalidInput naming `cursor` where it is none of this list's */
const placeOf = (cursor: string | undefined): ClockPlace | null => {
  if (cursor === undefined) return null;
  try {
    const [due, subjectId, key] = Written.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")),
    );
    return { due, subjectId, key };
  } catch {
    throw new InvalidInput([
      {
        in: "query",
        field: "cursor",
        zh: "不是这个列表给出的翻页位置，请从第一页重新开始",
        en: "is no place of this list's; start from the first page",
      },
    ]);
  }
};

/** 时限: a page of the list, the first to end first. */
export const readPage = async (
  context: Reader,
  query: Query & { cursor?: string | undefined; limit: number },
) => {
  const filter = filterOf(context, query);
  const rows = await listClocks(context, filter, { after: placeOf(query.cursor), limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map(lineOf(dayInChina(context.clock.now()))),
    next: last ? cursorOf(last) : null,
    total: await countClocks(context, filter),
  };
};

const STATES: Readonly<Record<ClockState, string>> = {
  breached: "已逾期",
  warning: "即将到期",
  running: "计时中",
  paused: "补正暂停",
  waiting: "未起算",
  met: "按时完成",
  late: "逾期完成",
  ended: "不再计时",
};
const KINDS: Readonly<Record<ClockKind, string>> = {
  claim: "理赔",
  complaint: "投诉",
  surrender: "退保",
  reinstatement: "复效",
  farm: "农险",
};
const HEADERS = [
  "类别",
  "编号",
  "事项",
  "时限",
  "状态",
  "起算",
  "到期",
  "宜办日",
  "剩余天数",
  "依据",
  "规程",
  "经办人",
  "完成",
];
const MOST_ROWS = 100_000;

/** The list as a workbook: what the filter finds, the first to end first. */
export const exportPage = async (context: Reader, query: Query): Promise<Download> => {
  const today = dayInChina(context.clock.now());
  const rows = await listClocks(context, filterOf(context, query), { after: null, limit: MOST_ROWS });
  const content = await writeXlsx([
    {
      name: "时限",
      columns: HEADERS.map((header) => ({ header, width: header === "事项" ? 30 : 14 })),
      rows: rows
        .map(lineOf(today))
        .map((line) => [
          KINDS[line.kind],
          line.number,
          line.title,
          line.name,
          STATES[line.state],
          line.from,
          line.dueAt ?? line.due,
          line.actBy,
          line.daysLeft,
          line.law ?? "本公司时限",
          line.terms,
          line.handler,
          line.doneAt,
        ]),
    },
  ]);
  return { filename: `时限-${today}.xlsx`, mediaType: XLSX_MEDIA_TYPE, content };
};
