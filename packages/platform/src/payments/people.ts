import type { Context } from "../store/index.ts";
import type { Approver, Person } from "./model.ts";

/** Who acts, as an order remembers it. */
export const actingPerson = ({ actor }: Context): Person => ({
  staffId: actor.kind === "staff" ? actor.staffId : null,
  name: actor.name,
});

/** Who acts, with what they may approve. The platform itself may approve nothing. */
export const actingApprover = (context: Context): Approver => {
  const { actor } = context;
  return actor.kind === "staff"
    ? { ...actingPerson(context), permissions: actor.permissions, limit: actor.approvalLimit }
    : { ...actingPerson(context), permissions: new Set(), limit: null };
};
