import { type Bound, bind, cursorAt, placeAt } from "../../http/index.ts";
import { dayInChina } from "../../kernel/clock.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import { CSV_MEDIA_TYPE, writeCsv } from "../../tabular/index.ts";
import * as contract from "./contract.ts";
import { countNotes, listNotes } from "./list.ts";
import { record } from "./record.ts";
import { verifyAudit } from "./verify.ts";

/** More than a person reads at once; beyond, the days have to be fewer. */
const MOST_ROWS = 50_000;

const tooMany = (total: number) =>
  new Refused(
    refuse(
      "too-large",
      "audit.too-many-to-export",
      {
        zh: `共 ${total} 条，一次最多导出 ${MOST_ROWS} 条。请先缩小日期范围。`,
        en: `There are ${total} notes, and ${MOST_ROWS} can be exported at once. Choose fewer days.`,
      },
      { total, most: MOST_ROWS },
    ),
  );

/** Reading the audit, taking it along, and verifying its chain. */
export const auditApi: readonly Bound[] = [
  bind(contract.listAudit, async ({ tx }, { query: { cursor, limit, ...filter } }) => {
    const found = await listNotes(tx, filter, { after: placeAt(cursor), limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ note }) => note),
      next: found.length > limit && last ? cursorAt(last.place) : null,
      total: await countNotes(tx, filter),
    };
  }),
  bind(contract.exportAudit, async (context, { query }) => {
    const total = await countNotes(context.tx, query);
    if (total > MOST_ROWS) throw tooMany(total);
    const notes = await listNotes(context.tx, query, { after: null, limit: MOST_ROWS });
    const subject = { kind: "institution", id: context.actor.institutionId };
    await record(context, { action: "access.export-audit", subject, detail: { rows: notes.length } });
    const rows = notes.map(({ note }) => [
      note.link,
      note.at,
      note.who,
      note.what.zh,
      note.action,
      note.subject.kind,
      note.subject.id,
      note.purpose,
      JSON.stringify(note.detail),
    ]);
    const headers = ["链上序号", "时间", "谁", "做了什么", "动作", "对象类别", "对象", "用途", "细节"];
    return {
      filename: `留痕-${dayInChina(context.clock.now())}.csv`,
      mediaType: CSV_MEDIA_TYPE,
      content: writeCsv(headers, rows),
    };
  }),
  bind(contract.checkAudit, async (context) => {
    const { links, waiting, head, differs } = await verifyAudit(context.tx, context.actor.institutionId);
    await record(context, {
      action: "access.check-audit",
      subject: { kind: "institution", id: context.actor.institutionId },
      detail: { links: `${links}`, head, differs: differs.length },
    });
    return { links: `${links}`, waiting, head, differs: [...differs] };
  }),
];
