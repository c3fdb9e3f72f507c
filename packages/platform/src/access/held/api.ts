import { type Bound, bind, pageFrom, placeAt } from "../../http/index.ts";
import { StaffId } from "../../kernel/ids.ts";
import type { Directory } from "../directory.ts";
import { Role } from "../role/contract.ts";
import * as contract from "./contract.ts";
import { delegate, endHeld } from "./delegation.ts";
import { breakGlass, review, trailOf } from "./emergency.ts";
import { countHeld, listHeld } from "./list.ts";
import { countRecusals, lift, listRecusals, recuse } from "./recusal.ts";

/** What is held for a time, and from what one is recused. */
export const heldApi = (directory: Directory): readonly Bound[] => [
  bind(contract.listTemporaryRoles, async (context, { query: { cursor, limit, kind, waiting } }) => {
    const filter = { kind, waiting: waiting === "true" };
    const found = await listHeld(context, filter, { after: placeAt(cursor), limit: limit + 1 });
    return pageFrom(found, limit, await countHeld(context, filter));
  }),
  bind(contract.listColleagues, async ({ tx }) => {
    const rows = await tx
      .selectFrom("staff")
      .select(["staff_id", "name", "roles"])
      .where("disabled_at", "is", null)
      .orderBy("name")
      .execute();
    return {
      items: rows.map((row) => ({
        staffId: StaffId.parse(row.staff_id),
        name: row.name,
        roles: row.roles.flatMap((role) => Role.safeParse(role).data ?? []),
      })),
    };
  }),
  bind(contract.delegate, (context, { body }) => delegate(context, body)),
  bind(contract.endTemporaryRole, (context, { params }) => endHeld(context, params.temporaryRoleId)),
  bind(contract.breakGlass, (context, { body }) => breakGlass(context, body.reason)),
  bind(contract.readTrail, async (context, { params }) => ({
    items: await trailOf(context, params.temporaryRoleId),
  })),
  bind(contract.reviewBreakGlass, (context, { params, body }) =>
    review(context, params.temporaryRoleId, body),
  ),
  bind(contract.listRecusals, async (context, { query: { cursor, limit } }) => {
    const found = await listRecusals(context, { after: placeAt(cursor), limit: limit + 1 });
    return pageFrom(found, limit, await countRecusals(context));
  }),
  bind(contract.recuse, (context, { body }) => recuse(context, directory, body)),
  bind(contract.liftRecusal, (context, { params }) => lift(context, params.recusalId)),
];
