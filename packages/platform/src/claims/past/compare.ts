import type { Decision } from "@goodfaith/clauses";
import type { Edition } from "../../terms/index.ts";
import type { Redecided } from "../contract.ts";
import { showValue } from "../facts/words.ts";
import type { PolicyDecided } from "../model/events.ts";
import { clauseViews } from "../view/clauses.ts";

type Change = NonNullable<Redecided["policies"][number]["change"]>;

/** A decision with what it was made from. */
export interface Side {
  readonly decided: PolicyDecided;
  readonly edition: Edition;
  readonly decision: Decision;
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

const factsOf = (then: Side, now: Side): Change["facts"] =>
  now.edition.facts
    .map(({ name, type }) => ({
      fact: name,
      before: showValue(type, then.decided.facts[name]),
      after: showValue(type, now.decided.facts[name]),
    }))
    .filter((one) => one.before !== one.after);

const benefitsOf = (then: Side, now: Side): Change["benefits"] => {
  const keyed = ({ decision }: Side) =>
    new Map(
      decision.benefits.map(({ clause, name, least, most }) => [
        `${clause} ${name}`,
        { clause, name, payable: { least, most } },
      ]),
    );
  const before = keyed(then);
  const after = keyed(now);
  return [...new Map([...before, ...after])]
    .map(([key, { clause, name }]) => ({
      clause,
      name,
      before: before.get(key)?.payable ?? null,
      after: after.get(key)?.payable ?? null,
    }))
    .filter((one) => differ(one.before, one.after));
};

const off = { lamp: "off" as const, shows: "" };

const clausesOf = (then: Side, now: Side): Change["clauses"] => {
  const views = ({ edition, decision, decided }: Side) => clauseViews(edition, decision, decided.facts);
  const before = new Map(views(then).map((clause) => [clause.id, clause]));
  return views(now).flatMap(({ id, text, lamp, shows }) => {
    const past = before.get(id);
    const change = {
      id,
      text,
      before: past ? { lamp: past.lamp, shows: past.shows } : off,
      after: { lamp, shows },
    };
    return differ(change.before, change.after) ? [change] : [];
  });
};

/** What differs between two decisions on one policy: facts, outcome, amounts, and the clauses that are lit otherwise. */
export const changeBetween = (then: Side, now: Side): Change => ({
  facts: factsOf(then, now),
  outcome: { before: then.decided.outcome, after: now.decided.outcome },
  settled: { before: then.decided.settled, after: now.decided.settled },
  payable: {
    before: { least: then.decided.least, most: then.decided.most },
    after: { least: now.decided.least, most: now.decided.most },
  },
  benefits: benefitsOf(then, now),
  clauses: clausesOf(then, now),
});
