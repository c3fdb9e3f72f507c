import { z } from "zod";
import { PartyId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";

/** What two records have in common. */
export const JoinEvidence = z.enum(["number", "bank-account", "phone", "wechat", "name", "born"]);
export type JoinEvidence = z.infer<typeof JoinEvidence>;

/** Enough of a record to tell whether it is the same person's; masked. */
export const RecordLine = z.object({
  partyId: PartyId,
  name: z.string(),
  kind: z.enum(["person", "household", "farm", "company"]),
  identityMasked: z.string().nullable(),
  customerNumber: z.string().nullable(),
  born: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  policies: z.number().int(),
  openCases: z.number().int(),
  sample: z.boolean(),
});
export const LikelyDuplicate = z.object({
  /** The older record first. */
  records: z.tuple([RecordLine, RecordLine]),
  evidence: z.array(JoinEvidence),
});
/** One record of a party that is kept more than once. */
export const JoinedRecord = RecordLine.extend({
  /** The one the others are shown under. */
  main: z.boolean(),
  joined: z
    .object({
      verdictId: z.uuid(),
      into: PartyId,
      reason: z.string(),
      evidence: z.array(JoinEvidence),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});

const Reason = z.string().trim().min(4, "请写明理由，至少 4 个字 · say why, 4 characters at least").max(500);
const Done = z.object({ verdictId: z.uuid(), main: PartyId });

export const listDuplicates = operation({
  id: "people.duplicates",
  method: "GET",
  path: "/people/duplicates",
  who: { staff: "people.join" },
  summary: { zh: "疑似重复档案", en: "Records that are likely one person's" },
  query: PageQuery,
  output: pageOf(LikelyDuplicate),
});
export const joinParties = operation({
  id: "people.join",
  method: "POST",
  path: "/people/:partyId/joins",
  who: { staff: "people.join" },
  summary: { zh: "认定为同一客户，合并显示", en: "Show two records as one person's" },
  params: z.object({ partyId: PartyId }),
  /** `into`: the record that both are shown under from now on. */
  body: z.object({ into: PartyId, reason: Reason }),
  output: Done,
  creates: true,
});
export const keepApart = operation({
  id: "people.keep-apart",
  method: "POST",
  path: "/people/:partyId/different",
  who: { staff: "people.join" },
  summary: { zh: "认定为不同客户", en: "Two records are two people's" },
  params: z.object({ partyId: PartyId }),
  body: z.object({ other: PartyId, reason: Reason }),
  output: z.object({ verdictId: z.uuid() }),
  creates: true,
});
export const undoVerdict = operation({
  id: "people.undo-join",
  method: "POST",
  path: "/people/:partyId/verdicts/:verdictId/undo",
  who: { staff: "people.join" },
  summary: { zh: "撤销档案认定", en: "Undo what was found of two records" },
  params: z.object({ partyId: PartyId, verdictId: z.uuid() }),
  body: z.object({ reason: Reason }),
  output: z.object({ undone: z.literal(true) }),
});
