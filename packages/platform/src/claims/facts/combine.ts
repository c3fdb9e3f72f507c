import type { FactDescription } from "@goodfaith/clauses";
import type { Value } from "./form.ts";
import { readValue } from "./value.ts";

/** Something that says what a fact is, or from when or until when: a record's value or a person's finding. */
export interface Claim {
  /** `one-of` has a list of values, one of which is true; records give it, people do not. */
  readonly kind: "value" | "not-before" | "not-after" | "one-of";
  readonly value: unknown;
  /** Who says so, in words, for a person to compare. */
  readonly says: string;
}
/** A claim whose values were read: one, or several of which one is true. */
interface Read extends Claim {
  readonly values: readonly [Value, ...Value[]];
}

/** What is known of one fact. `lower` and `upper` are included; null is open on that side. */
export type Knowledge =
  | { readonly state: "unknown" }
  | { readonly state: "known"; readonly value: Value }
  | { readonly state: "choice"; readonly values: readonly Value[] }
  | { readonly state: "bounded"; readonly lower: Value | null; readonly upper: Value | null };

/** Two claims that cannot both be true. */
export interface Conflict {
  readonly state: "conflict";
  readonly first: Claim;
  readonly second: Claim;
}
/** A claim that is no value of the fact's type. */
export interface Misread {
  readonly state: "misread";
  readonly claim: Claim;
}

/** The claims that a record's JSON makes (terms language §3): a value, a choice, bounds, or none where it is unknown. */
export const claimsOf = (json: unknown, says: string): Claim[] => {
  if (json === null || json === undefined) return [];
  if (typeof json !== "object") return [{ kind: "value", value: json, says }];
  if ("oneOf" in json) return [{ kind: "one-of", value: json.oneOf, says }];
  if (!("between" in json) || !Array.isArray(json.between)) return [{ kind: "value", value: json, says }];
  const [from, to]: unknown[] = json.between;
  const bound = (kind: "not-before" | "not-after", value: unknown): Claim[] =>
    value === null || value === undefined ? [] : [{ kind, value, says }];
  return [...bound("not-before", from), ...bound("not-after", to)];
};

const same = (a: Value, b: Value): boolean =>
  a.rank !== null && b.rank !== null ? a.rank === b.rank : JSON.stringify(a.json) === JSON.stringify(b.json);

const readClaim = (fact: FactDescription, claim: Claim): Read | null => {
  const given: readonly unknown[] =
    claim.kind === "one-of" && Array.isArray(claim.value) ? claim.value : [claim.value];
  const values = given.flatMap((one) => readValue(fact, one) ?? []);
  const [first, ...rest] = values;
  if (first === undefined || values.length !== given.length) return null;
  const isBound = claim.kind === "not-before" || claim.kind === "not-after";
  return isBound && first.rank === null ? null : { ...claim, values: [first, ...rest] };
};

/** Joins all that is claimed of a fact into what is known of it: values must agree, choices and bounds are intersected. */
export const combine = (fact: FactDescription, claims: readonly Claim[]): Knowledge | Conflict | Misread => {
  const reads: Read[] = [];
  for (const claim of claims) {
    const read = readClaim(fact, claim);
    if (!read) return { state: "misread", claim };
    reads.push(read);
  }
  const lower = bound(reads, "not-before", (a, b) => a > b);
  const upper = bound(reads, "not-after", (a, b) => a < b);
  if (lower && upper && rank(lower) > rank(upper)) return { state: "conflict", first: lower, second: upper };
  const choices = reads.filter(({ kind }) => kind === "value" || kind === "one-of");
  return choices.length === 0 ? between(lower, upper) : choose(choices, lower, upper);
};

const rank = (read: Read): bigint => read.values[0].rank ?? 0n;
const bound = (
  reads: readonly Read[],
  kind: Claim["kind"],
  better: (a: bigint, b: bigint) => boolean,
): Read | null =>
  reads
    .filter((read) => read.kind === kind)
    .reduce<Read | null>(
      (best, read) => (best === null || better(rank(read), rank(best)) ? read : best),
      null,
    );

const between = (lower: Read | null, upper: Read | null): Knowledge => {
  if (!lower && !upper) return { state: "unknown" };
  if (lower && upper && rank(lower) === rank(upper)) return { state: "known", value: lower.values[0] };
  return { state: "bounded", lower: lower?.values[0] ?? null, upper: upper?.values[0] ?? null };
};

const choose = (choices: readonly Read[], lower: Read | null, upper: Read | null): Knowledge | Conflict => {
  let left: readonly Value[] | null = null;
  let by: Read | null = null;
  for (const choice of choices) {
    const kept: readonly Value[] =
      left === null ? choice.values : left.filter((a) => choice.values.some((b) => same(a, b)));
    if (kept.length === 0 && by) return { state: "conflict", first: by, second: choice };
    left = kept;
    by = choice;
  }
  for (const end of [lower, upper]) {
    if (!end || !by || !left) continue;
    const inside: readonly Value[] = left.filter((value) => fits(value, end));
    if (inside.length === 0) return { state: "conflict", first: end, second: by };
    left = inside;
  }
  const [only, ...others] = left ?? [];
  if (!only) return { state: "unknown" };
  return others.length === 0
    ? { state: "known", value: only }
    : { state: "choice", values: [only, ...others] };
};

const fits = (value: Value, end: Read): boolean => {
  if (value.rank === null) return false;
  return end.kind === "not-before" ? value.rank >= rank(end) : value.rank <= rank(end);
};
