import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CaseId, FindingId, PartyId, PolicyId } from "../kernel/ids.ts";
import { yuan } from "../kernel/money.ts";
import { isRefusal, type Refusal } from "../kernel/refusal.ts";
import { terms } from "../terms/index.ts";
import { recordFinding } from "./commands/findings.ts";
import { report } from "./commands/report.ts";
import { applied, withDecision } from "./model/decisions.ts";
import type { ClaimEvent } from "./model/events.ts";
import { moneyOf } from "./model/money.ts";
import { decisionNeeds, paymentNeeds } from "./model/needs.ts";
import { nextOf } from "./model/next.ts";
import { statusOf } from "./model/row.ts";
import type { ClaimState } from "./model/state.ts";
import { PAYMENT_TERMS, type World } from "./model/world.ts";

const Facts = z.record(z.string(), z.unknown());
const Policy = z.object({
  terms: z.string(),
  facts: Facts,
  sum: z.string().optional(),
  change: Facts.default({}),
});
const Step = z.object({
  find: z.object({
    fact: z.string(),
    kind: z.enum(["value", "not-before", "not-after"]).default("value"),
    value: z.unknown(),
  }),
  refused: z.string().optional(),
  says: z.array(z.string()).default([]),
});
const Expected = z.strictObject({
  least: z.string().optional(),
  most: z.string().nullable().optional(),
  available: z.string().optional(),
  asks: z.array(z.string()).optional(),
  settles: z.array(z.boolean()).optional(),
  needs: z.array(z.string()).optional(),
  status: z.string().optional(),
  next: z.string().optional(),
});
const Golden = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      policies: z.array(Policy),
      payment: Facts,
      report: Facts,
      steps: z.array(Step).default([]),
      expected: Expected,
    }),
  ),
});
type Case = z.infer<typeof Golden>["cases"][number];

const { cases } = Golden.parse(
  parse(readFileSync(new URL("cases/holiday.yaml", import.meta.url), "utf8"), { merge: true }),
);

const newFindingId = () => FindingId.parse(randomUUID());
const step = (
  state: ClaimState | null,
  events: readonly ClaimEvent[] | Refusal,
  world: World,
): ClaimState | Refusal => {
  if (isRefusal(events)) return events;
  const all = withDecision(state, events, world);
  return isRefusal(all) ? all : applied(state, all, world);
};
const must = (state: ClaimState | Refusal): ClaimState => {
  if (isRefusal(state)) throw new Error(state.zh);
  return state;
};

const begin = (golden: Case): { state: ClaimState; world: World } => {
  const policies = golden.policies.map((policy, at) => ({
    policyId: PolicyId.parse(randomUUID()),
    number: `示例-${at + 1}`,
    product: policy.terms,
    terms: policy.terms,
    facts: {
      ...policy.facts,
      ...(policy.sum === undefined ? {} : { 基本保险金额: policy.sum }),
      ...policy.change,
    },
  }));
  const world: World = {
    book: terms,
    vocabulary: terms.vocabulary,
    paymentTerms: PAYMENT_TERMS,
    records: {
      policies: new Map(policies.map(({ policyId, facts }) => [policyId, facts])),
      payment: golden.payment,
    },
    now: "2025-03-10T09:00:00+08:00",
    by: "李经办（示例）",
  };
  const opened = report(
    {
      caseId: CaseId.parse(randomUUID()),
      partyId: PartyId.parse(randomUUID()),
      insuredName: "王先生（示例）",
      sample: true,
      handler: null,
      eventKind: "death",
      reportedAt: "2025-03-01T09:30:00",
      source: "家属陈述（示例）",
      policies: policies.map(({ facts: _facts, ...policy }) => policy),
      facts: golden.report,
      newFindingId,
    },
    world,
  );
  return { state: must(step(null, opened, world)), world };
};

describe("golden claims", () => {
  it.each(cases)("$name", (golden) => {
    let { state, world } = begin(golden);
    for (const { find, refused, says } of golden.steps) {
      const source = { kind: "staff" as const, label: "核实（示例）", evidenceId: null, locator: null };
      const command = { ...find, findingId: newFindingId(), policyId: null, source };
      const after = step(state, recordFinding(state, command, world), world);
      if (refused === undefined) {
        state = must(after);
        continue;
      }
      if (!isRefusal(after)) throw new Error(`not refused: ${find.fact}`);
      expect(after.code).toBe(refused);
      for (const words of says) expect(after.zh).toContain(words);
    }
    const money = moneyOf(state);
    const actual = {
      least: yuan(money.least),
      most: money.most === null ? null : yuan(money.most),
      available: yuan(money.available),
      asks: decisionNeeds(state).map(({ fact }) => fact),
      settles: decisionNeeds(state).map(({ settles }) => settles),
      needs: paymentNeeds(state).map(({ fact }) => fact),
      status: statusOf(state),
      next: nextOf(state).do,
    };
    expect(actual).toMatchObject(golden.expected);
  });
});
