import { caseNumber } from "../../cases/index.ts";
import type { CaseId, FindingId, PartyId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { claimsOf } from "../facts/combine.ts";
import { readDateTime } from "../facts/time.ts";
import { eventNames } from "../facts/words.ts";
import type { CasePolicy, ClaimEvent, EventOf, Finding } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { refusals } from "../refusals.ts";
import { recordFinding } from "./findings.ts";

export interface Report {
  readonly caseId: CaseId;
  readonly partyId: PartyId;
  readonly insuredName: string;
  readonly sample: boolean;
  readonly handler: { readonly id: string; readonly name: string } | null;
  readonly eventKind: "death" | "illness" | "accident";
  /** As given; +08:00 where it has no offset. */
  readonly reportedAt: string;
  /** Who said so, in words. */
  readonly source: string;
  readonly policies: readonly CasePolicy[];
  /** The language's JSON: plain values, `{none: true}`, or `{between: […]}`. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly newFindingId: () => FindingId;
}

const titleOf = ({ insuredName, eventKind, facts }: Report): string => {
  const accidental = eventKind === "death" && facts.意外伤害 === true;
  return `${insuredName}${accidental ? "意外" : ""}${eventNames[eventKind].zh}`;
};

const finding = (kind: string): kind is Finding["kind"] => kind !== "one-of";

/** 报案: opens the case; what the report says becomes findings, each with its source. */
export const report = (input: Report, world: World): readonly ClaimEvent[] | Refusal => {
  const reportedAt = readDateTime(input.reportedAt);
  if (!reportedAt || String(reportedAt.json) > world.now) return refusals.reportTime(input.reportedAt);
  const { caseId, partyId, eventKind, insuredName, sample, handler, source } = input;
  const opened: EventOf<"reported"> = {
    type: "reported",
    ...{ caseId, partyId, eventKind, insuredName, sample, handler, source },
    number: caseNumber(caseId, String(reportedAt.json).slice(0, 10)),
    title: titleOf(input),
    reportedAt: String(reportedAt.json),
    policies: [...input.policies],
  };
  const events: ClaimEvent[] = [opened];
  for (const [fact, json] of Object.entries(input.facts)) {
    for (const claim of claimsOf(json, source)) {
      const { kind } = claim;
      if (!finding(kind)) return refusals.choice(fact);
      const recorded = recordFinding(
        opened,
        {
          findingId: input.newFindingId(),
          fact,
          kind,
          value: claim.value,
          policyId: null,
          source: { kind: "staff", label: source, evidenceId: null, locator: null },
        },
        world,
      );
      if (isRefusal(recorded)) return recorded;
      events.push(...recorded);
    }
  }
  return events;
};
