import type { FactDescription } from "@goodfaith/clauses";
import { type Cents, yuan } from "../../kernel/money.ts";
import type { ClaimView } from "../contract.ts";
import { showClaim } from "../facts/words.ts";
import { moneyOf } from "../model/money.ts";
import type { ClaimState } from "../model/state.ts";
import { sourceOf } from "./facts.ts";

const orNull = (amount: Cents | null): string | null => (amount === null ? null : yuan(amount));

export const moneyView = (state: ClaimState): ClaimView["money"] => {
  const { least, most, ordered, available } = moneyOf(state);
  return { least: yuan(least), most: orNull(most), ordered: yuan(ordered), available: yuan(available) };
};

export const evidenceView = (state: ClaimState): ClaimView["evidence"] =>
  state.evidence.map((one) => ({
    evidenceId: one.evidenceId,
    filename: one.filename,
    mediaType: one.mediaType,
    bytes: one.bytes,
    sha256: one.sha256,
    kind: one.kind,
    addedAt: one.added.at,
    addedBy: one.added.by,
    summary: one.summary,
    findings: state.findings
      .filter(({ source }) => source.evidenceId === one.evidenceId)
      .map(({ findingId }) => findingId),
    withdrawn: one.withdrawn !== null,
  }));

export const findingsView = (
  state: ClaimState,
  typeOf: (fact: string) => FactDescription["type"],
): ClaimView["findings"] =>
  state.findings.map((one) => ({
    findingId: one.findingId,
    fact: one.fact,
    shows: showClaim(typeOf(one.fact), one),
    kind: one.kind,
    value: one.value,
    policyId: one.policyId,
    source: sourceOf(one),
    withdrawn: one.withdrawn,
  }));

export const paymentsView = (state: ClaimState): ClaimView["payments"] =>
  state.payments.map((one) => ({
    paymentId: one.paymentId,
    amount: one.amount,
    payee: one.payee.name,
    status: one.status,
    preparedBy: one.prepared.by,
    approvedBy: one.approved?.by ?? null,
    elsewhere: one.elsewhere === true,
  }));
