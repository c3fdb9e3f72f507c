import { claimPlans } from "./claim-plans.ts";
import { keptTwice } from "./kept-twice.ts";
import { type Person, person } from "./people.ts";
import { adultPolicies, farmPolicy, infantPolicy } from "./policies.ts";
import { chance } from "./random.ts";
import { type FileRow, partyRow } from "./rows.ts";
import { CHENG, chengPolicy, MRS_WANG, WANG, wangPolicies } from "./story.ts";

/** The files one institution brings. */
export interface InstitutionFiles {
  readonly parties: readonly FileRow[];
  readonly policies: readonly FileRow[];
}
export interface City {
  readonly life: InstitutionFiles;
  readonly property: InstitutionFiles;
}
/** `full` is the small sample and, beside it, the whole city (`whole/`). */
export type Size = "small" | "full";
/** How many people of the small sample there are beside those of the claims. */
const PEOPLE = { adults: 240, infants: 30, farms: 30, property: 60 } as const;

const numbered = (prefix: string) => {
  let n = 0;
  return (): string => {
    n += 1;
    return `${prefix}${String(n).padStart(6, "0")}`;
  };
};

/** Everyone at 示例人寿, the story's people and those of the other claims among them. */
const lifeFiles = (today: string): InstitutionFiles => {
  const luck = chance(20_250_315);
  const { adults, infants } = PEOPLE;
  const people = Array.from({ length: adults }, (_, n) => person(luck, 10 + n));
  const children = Array.from({ length: infants }, (_, n) => person(luck, 400 + n, "infant"));
  const number = numbered("SL7000");
  const childNumber = numbered("YE7000");
  const plans = claimPlans(today);
  const ofPlans = plans.flatMap((plan) => (plan.payee ? [plan.insured, plan.payee] : [plan.insured]));
  return {
    parties: [WANG, MRS_WANG, CHENG, ...ofPlans, ...people, ...children, ...keptTwice(people)].map(partyRow),
    policies: [
      ...wangPolicies(today),
      chengPolicy(today),
      ...plans.map((plan) => plan.policy),
      ...people.flatMap((insured) => adultPolicies(luck, insured, today, number)),
      ...children.map((insured) => infantPolicy(luck, insured, childNumber(), today)),
    ],
  };
};

/** 示例财险: farm households, and some who are customers of both and known to each by its own record. */
const propertyFiles = (today: string): InstitutionFiles => {
  const luck = chance(20_250_316);
  const { farms, property } = PEOPLE;
  const farmers = Array.from(
    { length: farms },
    (_, n): Person => ({
      ...person(luck, 600 + n),
      kind: "农户",
      customerNumber: `NH${String(n + 1).padStart(6, "0")}`,
    }),
  );
  const others = Array.from(
    { length: property - farms },
    (_, n): Person => ({ ...person(luck, 700 + n), customerNumber: `CX${String(n + 1).padStart(6, "0")}` }),
  );
  const number = numbered("NB2024");
  return {
    parties: [...farmers, ...others, { ...WANG, customerNumber: "CX900001" }].map(partyRow),
    policies: farmers.map((insured) => farmPolicy(luck, insured, number(), today)),
  };
};

/** The small sample as files, the same at every run on the same day. */
export const city = (today: string): City => ({
  life: lifeFiles(today),
  property: propertyFiles(today),
});
