import { type Bound, bind } from "../http/index.ts";
import { findPeople } from "../people/index.ts";
import { policiesByNumber } from "../policies/index.ts";
import { searchAll } from "./contract.ts";

/** What a person takes in at a glance. */
const MOST_PEOPLE = 8;
const MOST_POLICIES = 6;

/** One box for people and policies; policies only for those who may read them. */
export const searchApi: Bound[] = [
  bind(searchAll, async (context, { query: { q } }) => {
    const people = await findPeople(context, q, MOST_PEOPLE);
    const mayRead = context.actor.permissions.has("policies.read") && /\d/.test(q);
    return { people, policies: mayRead ? await policiesByNumber(context, q, MOST_POLICIES) : [] };
  }),
];
