import { type Segment, whatIf } from "@goodfaith/clauses";
import type { Edition } from "../../terms/index.ts";
import type { FactsJson } from "../facts/gather.ts";
import { isOrdered } from "../facts/value.ts";
import { showValue, showYuan } from "../facts/words.ts";
import type { WhatIfShown } from "./clauses.ts";

const isBounded = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "between" in json &&
  Array.isArray(json.between) &&
  json.between.every((end: unknown) => end !== null);

const amount = ({ payable: { least, most } }: Segment): string => {
  if (most === null) return `${showYuan(least)} 元以上`;
  return least === most ? `${showYuan(least)} 元` : `${showYuan(least)} 至 ${showYuan(most)} 元`;
};

/** For each fact that evidence bounds: the pieces of its range, and what each would pay, the others as known. */
export const whatIfsOf = (edition: Edition, facts: FactsJson): WhatIfShown[] =>
  edition.facts
    .filter((fact) => isOrdered(fact) && isBounded(facts[fact.name]))
    .map((fact) => ({
      fact: fact.name,
      type: fact.type,
      segments: whatIf(edition.terms, facts, fact.name).flatMap((segment) => {
        const { from, to, payable, outcome } = segment;
        if (from === null || to === null) return [];
        const range =
          from === to ? showValue(fact.type, from) : showValue(fact.type, { between: [from, to] });
        return [{ from, to, label: `${range} → ${amount(segment)}`, payable, outcome }];
      }),
    }));
