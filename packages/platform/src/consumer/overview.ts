import { describeParty } from "../people/index.ts";
import { coversOf } from "../policies/index.ts";
import type { ConsumerActor, ConsumerContext, Context, Grant } from "../store/index.ts";
import { termsOf } from "../terms/index.ts";
import { onTheWayOf, summaryOf } from "./build.ts";
import type { ConsumerOverview } from "./contract.ts";
import { benefitNames, plainWords } from "./plain.ts";
import { asPlatform, seenClaims, sharesOf } from "./read.ts";
import type { SeenClaim } from "./visible.ts";

type Cover = ConsumerOverview["covers"][number];

/** The insured's own covers, or those of another that name this person. */
const coversIn = async (context: Context<ConsumerActor>, grant: Grant): Promise<Cover[]> => {
  const platform = asPlatform(context, grant);
  const insured = (await coversOf(platform, grant.partyId)).filter(({ role }) => role === "被保险人");
  const shares = await sharesOf(
    context,
    grant,
    insured.map(({ policyId }) => policyId),
  );
  const ofWhom =
    grant.as === "self" ? context.actor.name : ((await describeParty(platform, grant.partyId))?.name ?? "");
  const library = await termsOf(context);
  return insured
    .filter(({ policyId }) => grant.as === "self" || shares.has(policyId))
    .map((cover) => {
      const edition = library.get(cover.terms);
      return {
        number: cover.number,
        product: cover.product,
        institution: grant.institution,
        status: cover.status,
        role: grant.as === "self" ? "insured" : "beneficiary",
        ofWhom,
        plain: plainWords({
          benefits: edition ? benefitNames(edition.terms.text) : [],
          sumInsured: cover.sumInsured,
          share: shares.get(cover.policyId) ?? null,
        }),
      };
    });
};

/** 我的保障: everything of this person at every institution, each grant in a transaction of its own. */
export const readOverview = async (context: ConsumerContext): Promise<ConsumerOverview> => {
  const covers: Cover[] = [];
  const claims: SeenClaim[] = [];
  for (const grant of context.actor.grants)
    await context.within(grant, async (bound) => {
      covers.push(...(await coversIn(bound, grant)));
      claims.push(...(await seenClaims(bound, grant)));
    });
  return {
    name: context.actor.name,
    sample: context.actor.grants.some(({ sample }) => sample),
    onTheWay: onTheWayOf(claims),
    covers,
    claims: claims.map(summaryOf),
  };
};
