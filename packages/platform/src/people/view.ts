import type { z } from "zod";
import { type AuditLine, readAudit } from "../access/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import { PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import type { PartyView } from "./contract.ts";
import { joinedRecords } from "./joins/read.ts";
import { recordsOf } from "./joins/store.ts";
import { noParty } from "./refusals.ts";
import type { PersonSources, TimelineEntry } from "./sources.ts";
import { summarise } from "./summary.ts";

/**
 * 一人一页: the party, how to reach it, its policies and cases, and one time line of everything, newest first. Records that
 * were joined are read together, whichever of them is asked for.
 */
export const readPartyView = async (
  context: Context,
  sources: PersonSources,
  partyId: PartyId,
): Promise<z.output<typeof PartyView>> => {
  const ids = await recordsOf(context.tx, partyId);
  const [main = partyId] = ids;
  const rows = await readRows(context, ids);
  const row = rows.find((one) => one.party_id === main);
  const [summary] = row ? await summarise(context, sources, [row], new Map([[main, ids]])) : [];
  if (!summary) throw noParty(partyId);
  const of = async <T>(read: (context: Context, partyId: PartyId) => Promise<readonly T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const id of ids) found.push(...(await read(context, id)));
    return found;
  };
  const openings = await of((_, id) => readAudit(context, id, { action: "people.reveal" }));
  const contacts = await of(readContacts);
  const entries: TimelineEntry[] = [...openings.map(openingEntry), ...contacts.map(contactEntry)];
  for (const source of sources.timeline) entries.push(...(await of(source)));
  return {
    ...summary,
    records: await joinedRecords(context, sources, rows, ids),
    contacts: contacts.map(({ created: _, ...contact }) => contact),
    relations: await of(readRelations),
    covers: once(await of(sources.covers), (cover) => `${cover.policyId} ${cover.role}`),
    cases: once(await of(sources.cases), ({ caseId }) => caseId),
    timeline: once(entries, ({ at, zh }) => `${at} ${zh}`).sort(
      (a, b) => Date.parse(b.at) - Date.parse(a.at),
    ),
    openings: openings.map((line) => ({
      at: timeInChina(line.at),
      by: line.by,
      what: String(line.detail.what ?? ""),
      purpose: line.purpose ?? "",
    })),
  };
};

/** What two joined records both name is shown once. */
const once = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const readRows = (context: Context, ids: readonly PartyId[]) =>
  context.tx.selectFrom("party").selectAll().where("party_id", "in", ids).execute();

const readContacts = async (context: Context, partyId: PartyId) => {
  const rows = await context.tx
    .selectFrom("contact")
    .selectAll()
    .where("party_id", "=", partyId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => ({
    partyId,
    contactId: row.contact_id,
    kind: row.kind,
    masked: row.bank === null ? row.masked : `${row.bank} ${row.masked}`,
    status: row.status,
    since: row.since,
    created: row.created_at,
  }));
};

const readRelations = async (context: Context, partyId: PartyId) => {
  const rows = await context.tx
    .selectFrom("party_relation")
    .selectAll()
    .where("party_id", "=", partyId)
    .orderBy("policy_number")
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.other_party_id),
    name: row.other_name,
    relation: `${row.relation === "holder" ? "投保人" : "受益人"}${row.kinship === null ? "" : `（${row.kinship}）`}`,
    policyNumber: row.policy_number,
    share: row.share === null ? null : `${Number(row.share)}%`,
  }));
};

const WHAT = {
  phone: { zh: "手机号", en: "phone" },
  wechat: { zh: "微信号", en: "WeChat id" },
  address: { zh: "地址", en: "address" },
  "bank-account": { zh: "银行账户", en: "bank account" },
} as const;

const contactEntry = (contact: Awaited<ReturnType<typeof readContacts>>[number]): TimelineEntry => ({
  at: timeInChina(contact.created),
  kind: "contact",
  zh: `登记${WHAT[contact.kind].zh} ${contact.masked}`,
  en: `${WHAT[contact.kind].en} recorded: ${contact.masked}`,
  link: null,
});

const openingEntry = (line: AuditLine): TimelineEntry => ({
  at: timeInChina(line.at),
  kind: "access",
  zh: `${line.by}查看了完整的${String(line.detail.what ?? "信息")}，用途：${line.purpose ?? "未写"}`,
  en: `${line.by} opened a masked value (${String(line.detail.what ?? "")}) for: ${line.purpose ?? "not said"}`,
  link: null,
});
