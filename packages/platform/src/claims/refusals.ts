import type { FactDescription } from "@goodfaith/clauses";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { exampleOf } from "./facts/value.ts";

const invalid = (
  reason: string,
  zh: string,
  en: string,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal => refuse("invalid", `claims.${reason}`, { zh, en }, facts);
const conflict = (
  reason: string,
  zh: string,
  en: string,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal => refuse("conflict", `claims.${reason}`, { zh, en }, facts);

/** Every way in which a claim cannot do what it was asked; the case stays as it was. */
export const refusals = {
  contradiction: (fact: string, first: string, second: string) =>
    conflict(
      "contradiction",
      `“${fact}”的两项认定互相矛盾：一项${first}，另一项${second}。案件没有改动；请核对，必要时先撤回其中一项并写明原因。`,
      `Two findings on “${fact}” exclude each other: one says ${first}, the other ${second}. The case is unchanged; check both, and withdraw one with a reason if need be.`,
      { fact, first, second },
    ),
  paidElsewherePolicies: () =>
    invalid(
      "paid-elsewhere-policies",
      "已由核心系统给付的，每个案件只能填一张保单；几张保单请分成几行。",
      "What the core system has paid stands under one policy; use a row for each.",
    ),
  paidElsewhereTime: (given: string) =>
    invalid(
      "paid-elsewhere-time",
      `给付时间 ${given} 应当不早于报案时间，也不晚于现在。`,
      `It was paid at ${given}, which should be no earlier than the report and no later than now.`,
      { given },
    ),
  misread: (fact: FactDescription, value: unknown) =>
    invalid(
      "not-a-value",
      `“${fact.name}”不能是 ${JSON.stringify(value)}。应当像：${exampleOf(fact)}。`,
      `“${fact.name}” cannot be ${JSON.stringify(value)}. It should read like: ${exampleOf(fact)}.`,
      { fact: fact.name, type: fact.type, value },
    ),
  unbounded: (fact: FactDescription) =>
    invalid(
      "not-ordered",
      `“${fact.name}”没有先后大小，只能录入具体的值。`,
      `“${fact.name}” has no order: record its value, not a bound.`,
      { fact: fact.name, type: fact.type },
    ),
  choice: (fact: string) =>
    invalid(
      "choice",
      `“${fact}”请录入一个确定的值，或最早、最晚的界限。`,
      `For “${fact}” record one value, or an earliest and latest bound.`,
      { fact },
    ),
  unknownFact: (fact: string, known: readonly string[]) =>
    invalid(
      "unknown-fact",
      `这个案件的条款没有用到“${fact}”。可以录入的有：${known.join("、")}。`,
      `No terms of this case read “${fact}”. They read: ${known.join(", ")}.`,
      { fact, known },
    ),
  facts: (terms: string, problems: readonly { readonly zh: string; readonly en: string }[]) =>
    invalid(
      "facts",
      `按条款 ${terms} 不能这样认定：${problems.map(({ zh }) => zh).join("；")}。案件没有改动。`,
      `The terms ${terms} do not allow this: ${problems.map(({ en }) => en).join("; ")}. The case is unchanged.`,
      { terms, problems },
    ),
  policies: (partyId: string, missing: readonly string[]) =>
    refuse(
      "missing",
      "claims.policies",
      {
        zh: "所选保单中有的不是这位被保险人的。",
        en: "Some of the policies chosen are not this insured's.",
      },
      { partyId, missing },
    ),
  noParty: (partyId: string) =>
    refuse(
      "missing",
      "claims.no-party",
      { zh: "没有这位被保险人。", en: "There is no such insured." },
      { partyId },
    ),
  reportTime: (value: string) =>
    invalid(
      "report-time",
      `报案时间 ${value} 不是可能的时间，或者晚于现在。应当像 2024-10-08T09:00:00。`,
      `The report's time ${value} is impossible or later than now. It should read like 2024-10-08T09:00:00.`,
      { value },
    ),
  sameFile: (filename: string) =>
    conflict(
      "same-file",
      `“${filename}”与案件里已有的一份文件完全相同，没有重复加入。`,
      `“${filename}” is the same, byte for byte, as a file the case already holds; it was not added again.`,
      { filename },
    ),
  fileKind: (filename: string) =>
    invalid(
      "unknown-file",
      `“${filename}”不是能识别的文件。可以放入账单和通话记录的原文件（CSV、XLSX），以及 PDF、Word、图片、录音和录像。`,
      `“${filename}” is no file we know. Drop statements as exported (CSV, XLSX), or PDF, Word, pictures, sound and film.`,
      { filename },
    ),
  misnamed: (filename: string, kind: { readonly zh: string; readonly en: string }) =>
    invalid(
      "misnamed",
      `“${filename}”的名字是表格，内容却是${kind.zh}，没有放入案件。要作为账单，请从微信、支付宝或运营商重新导出；要作为证据，请改用与内容相符的扩展名。`,
      `“${filename}” is named as a table and holds a ${kind.en}; it was not added. Export the statement again, or give it the extension of what it is to keep it as evidence.`,
      { filename },
    ),
  noPolicy: (policyId: string) =>
    refuse(
      "missing",
      "claims.no-policy",
      { zh: "这个案件不涉及这张保单。", en: "This case is not about that policy." },
      { policyId },
    ),
  notYet: (
    fact: string,
    value: string,
    limit: { readonly at: string; readonly zh: string; readonly en: string },
  ) =>
    invalid(
      "not-yet",
      `“${fact}”不能是 ${value}：晚于${limit.zh} ${limit.at}。`,
      `“${fact}” cannot be ${value}: that is after ${limit.en} (${limit.at}).`,
      { fact, value, limit: limit.at },
    ),
  alreadyReported: (numbers: readonly string[], earlier: string, closed: boolean) =>
    conflict(
      "already-reported",
      `保单 ${numbers.join("、")} 的身故已在案件 ${earlier} 中报案，不能再立一案。请${closed ? "重开" : "在"}原案件${closed ? "后" : "中"}补充。`,
      `The death under policy ${numbers.join(", ")} has been reported in case ${earlier}; no second case is opened. ${closed ? "Reopen that case and add to it" : "Add to that case"}.`,
      { policies: numbers, case: earlier, closed },
    ),
  editionMissing: (terms: string, digest: string) =>
    refuse(
      "missing",
      "claims.edition-missing",
      {
        zh: `这次决定依据的条款 ${terms}（${digest}）的原文已经找不到，不能重算，也不能展示。请从备份恢复条款原文。`,
        en: `The text of ${terms} (${digest}), by which this was decided, can no longer be found, so it can be neither computed again nor shown. Restore it from a backup.`,
      },
      { terms, digest },
    ),
  noDecision: (version: number) =>
    refuse(
      "missing",
      "claims.no-decision",
      {
        zh: `案件的第 ${version} 步不是一次决定。`,
        en: `Step ${version} of the case is no decision.`,
      },
      { version },
    ),
  noFinding: (findingId: string) =>
    refuse(
      "missing",
      "claims.no-finding",
      { zh: "没有这项认定。", en: "There is no such finding." },
      { findingId },
    ),
  noEvidence: (evidenceId: string) =>
    refuse(
      "missing",
      "claims.no-evidence",
      { zh: "没有这份证据。", en: "There is no such evidence." },
      { evidenceId },
    ),
  withdrawn: (zh: string, en: string) =>
    conflict("withdrawn", `${zh}已经撤回。`, `${en} has been withdrawn already.`),
  secondNotice: (sentAt: string) =>
    conflict(
      "second-notice",
      `一次性补正通知已于 ${sentAt.slice(0, 10)} 发出。保险法第二十二条要求一次告知，再发一次也不能再暂停核定期限（解释二第十五条）。请按已有材料核定，或直接联系申请人。`,
      `The one-time notice went out on ${sentAt.slice(0, 10)}. The law asks for one notice; a second would not pause the clock again (Interpretation II, art. 15). Decide on what there is, or speak to the claimant.`,
      { sentAt },
    ),
  nothingToAsk: () =>
    conflict(
      "nothing-to-ask",
      "已经没有还需补充的材料，不必发通知。",
      "Nothing is needed any more, so there is nothing to give notice of.",
    ),
  noAddressee: () =>
    conflict(
      "no-addressee",
      "没有受益人登记了可用的手机号，通知发不出去。请先在客户页登记联系方式。",
      "No beneficiary has a usable phone on record, so the notice cannot go out. Register a contact first.",
    ),
  nothingAvailable: (why: { readonly zh: string; readonly en: string }) =>
    conflict("nothing-available", `现在没有可以给付的金额：${why.zh}`, `Nothing can be paid now: ${why.en}`),
  wrongAmount: (asked: string, right: string) =>
    conflict(
      "wrong-amount",
      `可以给付的是 ${right} 元（已确定且尚未提交的部分），不是 ${asked} 元。`,
      `What can be paid is ${right} yuan (certain and not yet ordered), not ${asked}.`,
      { asked, right },
    ),
  paymentNeeds: (needs: readonly string[]) =>
    conflict(
      "payment-needs",
      `付款前还须核实：${needs.join("；")}。`,
      `Before payment these must be established: ${needs.join("; ")}.`,
      { needs },
    ),
  noAccount: (payee: string) =>
    conflict(
      "no-account",
      `${payee}还没有登记本人的收款账户。`,
      `${payee} has no account of their own on record.`,
      { payee },
    ),
} as const;
