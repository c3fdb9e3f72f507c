import { z } from "zod";
import { ExtensionId, StaffId, TermsId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

export const ClockStateName = z.enum([
  "breached",
  "warning",
  "running",
  "paused",
  "waiting",
  "met",
  "late",
  "ended",
]);
export const ClockKindName = z.enum(["claim", "complaint", "surrender", "reinstatement", "farm"]);

/** One clock of a subject, for its page. Days are ISO 8601 in China; a promise of hours has a time. */
export const ClockView = z.object({
  family: z.string(),
  clause: z.string(),
  name: z.string(),
  /** The clause's wording, and the edition that governs. */
  text: z.string(),
  terms: TermsId,
  /** Null where it is the institution's own promise. */
  law: z.string().nullable(),
  state: ClockStateName,
  from: z.string().nullable(),
  due: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  /** While paused: the day it would end on if the answer came today. */
  earliest: z.string().nullable(),
  pause: z.object({ from: z.string(), to: z.string().nullable() }).nullable(),
  extended: z.number().int(),
  dueBefore: z.string().nullable(),
  /** The day that one more extension would give; null where none is allowed. */
  extendsTo: z.string().nullable(),
  actBy: z.string().nullable(),
  warnOn: z.string().nullable(),
  done: z.string().nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

/** 延期申请 */
export const ExtensionView = z.object({
  extensionId: ExtensionId,
  family: z.string(),
  clause: z.string(),
  name: z.string(),
  status: z.enum(["requested", "approved", "told", "untold", "refused"]),
  due: z.string(),
  until: z.string(),
  reason: z.string(),
  /** Another person than this one decides on it. */
  requester: StaffId,
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  refusedWhy: z.string().nullable(),
  /** What the person was told, and when it arrived. */
  message: z.object({ to: z.string(), text: z.string() }).nullable(),
  toldAt: z.string().nullable(),
});
export type ExtensionView = z.infer<typeof ExtensionView>;

/** Names one clock anywhere. */
export const ClockName = z.object({
  kind: ClockKindName,
  subjectId: z.uuid(),
  family: z.string().max(60),
  clause: z.string().max(60),
});

/** 时限提醒, to the one who handles it. */
export const ClockAlert = ClockName.extend({
  alert: z.enum(["warning", "breach"]),
  due: z.string(),
  at: z.string(),
  name: z.string(),
  number: z.string(),
  title: z.string(),
});

/** A clock as the list shows it. */
export const ClockLine = ClockName.extend({
  name: z.string(),
  law: z.string().nullable(),
  terms: TermsId,
  number: z.string(),
  title: z.string(),
  handler: z.string().nullable(),
  state: ClockStateName,
  from: z.string().nullable(),
  due: z.string().nullable(),
  /** Down to the minute, where the promise is one of hours. */
  dueAt: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  actBy: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type ClockLine = z.infer<typeof ClockLine>;

/** `open`: all that is not done with yet. */
export const ClockChoice = z.enum(["open", ...ClockStateName.options]);
const Filter = z.object({
  state: ClockChoice.optional(),
  kind: ClockKindName.optional(),
  mine: z.enum(["true", "false"]).optional(),
  q: z.string().trim().max(100).optional(),
});
export const listClocks = operation({
  id: "clocks.list",
  method: "GET",
  path: "/clocks",
  who: { staff: "claims.read" },
  summary: { zh: "时限列表", en: "Clocks" },
  query: PageQuery.extend(Filter.shape),
  output: pageOf(ClockLine),
});
export const exportClocks = operation({
  id: "clocks.export",
  method: "GET",
  path: "/clocks.xlsx",
  who: { staff: "claims.read" },
  summary: { zh: "导出时限", en: "Export clocks" },
  query: Filter,
  output: "download",
});
/** 知道了: the alert leaves the reader's own page of today. */
export const seeAlert = operation({
  id: "clocks.seeAlert",
  method: "POST",
  path: "/clocks/alerts/seen",
  who: { staff: "claims.read" },
  summary: { zh: "时限提醒已阅", en: "An alert of a clock was seen" },
  body: ClockName.extend({ alert: z.enum(["warning", "breach"]), due: z.iso.date() }),
  output: z.object({ seen: z.boolean() }),
});
/** The clocks of one subject as a calendar file (RFC 5545). */
export const downloadCalendar = operation({
  id: "clocks.calendar",
  method: "GET",
  path: "/clocks/:kind/:subjectId/calendar",
  who: { staff: "claims.read" },
  summary: { zh: "下载一件的时限日历", en: "One subject's clocks as a calendar file" },
  params: z.object({ kind: ClockKindName, subjectId: z.uuid() }),
  output: "download",
});
export const readFeed = operation({
  id: "clocks.readFeed",
  method: "GET",
  path: "/clocks/feed",
  who: { staff: "claims.read" },
  summary: { zh: "我的日历订阅", en: "My calendar subscription" },
  output: z.object({ feed: z.object({ since: z.string(), readAt: z.string().nullable() }).nullable() }),
});
/** A secret address for a calendar program, shown once; making a new one ends the old. */
export const openFeed = operation({
  id: "clocks.openFeed",
  method: "POST",
  path: "/clocks/feed",
  who: { staff: "claims.read" },
  creates: true,
  summary: { zh: "开通或更换日历订阅地址", en: "Open a calendar subscription, or change its address" },
  output: z.object({ path: z.string() }),
});
export const closeFeed = operation({
  id: "clocks.closeFeed",
  method: "DELETE",
  path: "/clocks/feed",
  who: { staff: "claims.read" },
  summary: { zh: "停用日历订阅", en: "End a calendar subscription" },
  output: z.object({ closed: z.boolean() }),
});
/** What a calendar program reads, by the secret in its address. Numbers and lanes only, nobody's name. */
export const readCalendar = operation({
  id: "clocks.subscribe",
  method: "GET",
  path: "/calendar/:secret",
  who: { anyone: true },
  summary: { zh: "日历订阅", en: "A calendar subscription" },
  params: z.object({ secret: z.string().max(100) }),
  output: "download",
});
