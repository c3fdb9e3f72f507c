import {
  lastSignOfLife,
  type Statement,
  type StatementKind,
  showTime,
  statementNames,
} from "../../evidence/index.ts";
import type { EvidenceId, FindingId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { knowledgeOf } from "../facts/gather.ts";
import type { ClaimEvent } from "../model/events.ts";
import { type ClaimState, standing } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { recordFinding } from "./findings.ts";

/** What clauses call the records that a statement is (the `from` of a fact). */
const recordNames: Readonly<Record<StatementKind, string>> = {
  "wechat-bill": "支付记录",
  "alipay-bill": "支付记录",
  "call-records": "通话记录",
};

/** A moment that a record of this kind helps to find, and until when the insured is known not to have acted: the discovery. */
interface Moment {
  readonly fact: string;
  readonly discovered: string | null;
}

/** Facts that hold a date and time and whose terms name this kind of record as proof. */
const momentsOf = (state: ClaimState, kind: StatementKind, world: World): readonly Moment[] | Refusal => {
  const moments = new Map<string, Moment>();
  for (const policy of state.policies) {
    const edition = world.book.need(policy.terms);
    for (const fact of edition.facts) {
      if (fact.type !== "date and time" || !fact.from?.includes(recordNames[kind]) || moments.has(fact.name))
        continue;
      const knowledge = knowledgeOf(
        { state, edition, record: {}, recordName: "", policy, vocabulary: world.vocabulary },
        fact,
      );
      if (isRefusal(knowledge)) return knowledge;
      const end =
        knowledge.state === "known"
          ? knowledge.value
          : knowledge.state === "bounded"
            ? knowledge.upper
            : null;
      moments.set(fact.name, { fact: fact.name, discovered: end === null ? null : String(end.json) });
    }
  }
  return [...moments.values()];
};

export interface ReadOn {
  readonly evidenceId: EvidenceId;
  readonly statement: Statement;
  readonly newFindingId: () => FindingId;
}

export interface Proved {
  readonly events: readonly ClaimEvent[];
  readonly zh: string;
  readonly en: string;
}

/**
 * The last sign of life before the hour of discovery is a lower bound of the moment in question. Without a known discovery
 * nothing follows yet: whoever used the phone later may have been somebody else.
 */
export const proveBySigns = (state: ClaimState, input: ReadOn, world: World): Proved | Refusal => {
  const { statement, evidenceId } = input;
  const moments = momentsOf(state, statement.kind, world);
  if (isRefusal(moments)) return moments;
  const name = statementNames[statement.kind];
  const events: ClaimEvent[] = [];
  const says: { zh: string; en: string }[] = [];
  for (const { fact, discovered } of moments) {
    if (discovered === null) {
      says.push({
        zh: `还不知道何时被发现，“${fact}”暂不据此认定；录入发现时间后会自动重读`,
        en: `the hour of discovery is not known, so nothing follows for “${fact}” yet; it is read again once recorded`,
      });
      continue;
    }
    const act = lastSignOfLife(statement, discovered);
    if (act === null) {
      says.push({
        zh: `在发现（${showTime(discovered)}）之前没有生前活动`,
        en: `no sign of life before the discovery (${showTime(discovered)})`,
      });
      continue;
    }
    const recorded = recordFinding(
      state,
      {
        findingId: input.newFindingId(),
        fact,
        kind: "not-before",
        value: act.at,
        policyId: null,
        source: {
          kind: "statement",
          label: `${name.zh}：生前最后活动（${act.why.zh}）`,
          evidenceId,
          locator: `${act.sheet === "" ? "" : `${act.sheet} `}第 ${act.row} 行：${act.what}`,
        },
      },
      world,
    );
    if (isRefusal(recorded)) return recorded;
    events.push(...recorded);
    says.push({
      zh: `生前最后活动 ${showTime(act.at)}（第 ${act.row} 行，${act.what}），“${fact}”不早于此时`,
      en: `last sign of life ${showTime(act.at)} (row ${act.row}); “${fact}” is not before it`,
    });
  }
  if (moments.length === 0)
    says.push({ zh: "这个案件没有需要据此确定的时间", en: "no moment of this case hangs on it" });
  const signs = statement.acts.filter(({ signOfLife }) => signOfLife).length;
  const rows = statement.acts.length;
  return {
    events,
    zh: `${name.zh} ${rows} 行，本人活动 ${signs} 次；${says.map(({ zh }) => zh).join("；")}。`,
    en: `${name.en}, ${rows} rows, ${signs} signs of life; ${says.map(({ en }) => en).join("; ")}.`,
  };
};

/**
 * After the discovery became known or changed: statements on the case are read again, and a bound that another act now
 * gives replaces the old one.
 */
export const proveAgain = (
  state: ClaimState,
  statements: readonly ReadOn[],
  world: World,
): readonly ClaimEvent[] | Refusal => {
  const events: ClaimEvent[] = [];
  // What the statements said before must not bound what they say now.
  const read = new Set(statements.map(({ evidenceId }) => evidenceId));
  const findings = state.findings.filter(
    ({ source }) => source.evidenceId === null || !read.has(source.evidenceId),
  );
  for (const input of statements) {
    const proved = proveBySigns({ ...state, findings }, input, world);
    if (isRefusal(proved)) return proved;
    const old = standing(state).filter(({ source }) => source.evidenceId === input.evidenceId);
    const fresh = proved.events.flatMap((event) => (event.type === "finding-recorded" ? [event] : []));
    const kept = old.filter((finding) =>
      fresh.some(({ finding: next }) => next.fact === finding.fact && next.value === finding.value),
    );
    for (const { findingId } of old.filter((finding) => !kept.includes(finding)))
      events.push({ type: "finding-withdrawn", findingId, reason: "发现时间有变，按新的发现时间重读" });
    events.push(
      ...fresh.filter(
        ({ finding }) => !kept.some((one) => one.fact === finding.fact && one.value === finding.value),
      ),
    );
  }
  return events;
};
