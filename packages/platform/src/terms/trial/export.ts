import { dayInChina } from "../../kernel/clock.ts";
import type { Download } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { CSV_MEDIA_TYPE, type OutCell, writeCsv } from "../../tabular/index.ts";
import type { DraftId } from "../drafts/contract.ts";
import type { TrialRow } from "./contract.ts";
import { noteTrial, type PastCases, type Trial, tryPage } from "./run.ts";

/** More than this is not decided twice while somebody waits for a file. */
const MOST_CASES = 2_000;
const AT_ONCE = 50;

const OUTCOME = {
  pay: "给付",
  accept: "符合",
  nothing: "应付为零",
  refer: "转人工",
  decline: "不赔",
  open: "待补事实",
} as const;
const HEADERS = [
  "案号",
  "被保险人（脱敏）",
  "保单号",
  "当时版本",
  "当时结果",
  "当时最少（元）",
  "当时最多（元）",
  "草稿结果",
  "草稿最少（元）",
  "草稿最多（元）",
  "草稿理由",
  "草稿还问",
  "无法比较的原因",
];

const said = (one: TrialRow["before"]): OutCell[] =>
  one === null ? [null, null, null] : [OUTCOME[one.outcome], one.payable.least, one.payable.most ?? "不封顶"];

const cells = (row: TrialRow): OutCell[] => [
  row.number,
  row.nameMasked,
  row.policyNumber,
  row.terms,
  ...said(row.before),
  ...said(row.after),
  row.after?.reasons.join("；") ?? null,
  row.after?.asks.join("、") ?? null,
  row.cannot?.zh ?? null,
];

const tooMany = (total: number) =>
  refuse(
    "too-large",
    "terms.trial-too-large",
    {
      zh: `这段时间有 ${total} 个案件，一次最多导出 ${MOST_CASES} 个。请把日期缩短。`,
      en: `There are ${total} cases in this period and ${MOST_CASES} are exported at once. Choose a shorter one.`,
    },
    { total, most: MOST_CASES },
  );

/** Every policy that a draft would change, or that cannot be compared, as CSV. @throws Refused `terms.trial-too-large` */
export const exportTrialOf = async (
  context: Context<StaffActor>,
  past: PastCases,
  draftId: DraftId,
  trial: Trial,
): Promise<Download> => {
  const total = await past.count(context, trial.filter);
  if (total > MOST_CASES) throw new Refused(tooMany(total));
  await noteTrial(context, "terms.draft-trial-exported", draftId, trial);
  const rows: TrialRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await tryPage(context, past, trial, { cursor, limit: AT_ONCE });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return {
    filename: `草稿试算-${trial.filter.family}-${dayInChina(context.clock.now())}.csv`,
    mediaType: CSV_MEDIA_TYPE,
    content: writeCsv(HEADERS, rows.map(cells)),
  };
};
