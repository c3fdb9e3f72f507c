import { type Bound, bind, pageFrom, placeAt } from "../../http/index.ts";
import { endSession, sessionsOf } from "../account/sessions.ts";
import { Role } from "../role/contract.ts";
import { branches, closeBranch, openBranch } from "./branches.ts";
import { change, end, letBackIn, reset, takeOn } from "./change.ts";
import * as contract from "./contract.ts";
import { exportMembers } from "./export.ts";
import { countMembers, listMembers, readMember } from "./list.ts";
import { countSessions, openSessions } from "./sessions.ts";
import { changeSettings, readSettings } from "./settings.ts";

const people: readonly Bound[] = [
  bind(contract.listStaff, async (context, { query: { cursor, limit, ...filter } }) => {
    const found = await listMembers(context, filter, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.map(({ member, place }) => ({ item: member, place }));
    return pageFrom(items, limit, await countMembers(context, filter));
  }),
  bind(contract.exportStaff, (context, { query }) => exportMembers(context, query)),
  bind(contract.readStaffMember, async (context, { params }) => ({
    member: await readMember(context, params.staffId),
    sessions: await sessionsOf(context, params.staffId),
  })),
  bind(contract.createStaff, (context, { body }) => takeOn(context, body)),
  bind(contract.changeStaff, (context, { params, body }) => change(context, params.staffId, body)),
  bind(contract.endStaff, (context, { params, body }) => end(context, params.staffId, body.reason)),
  bind(contract.returnStaff, (context, { params, body }) => letBackIn(context, params.staffId, body.reason)),
  bind(contract.resetStaff, async (context, { params, body }) => ({
    password: await reset(context, params.staffId, body.reason),
  })),
];

/** The administrator's office: who works here, as what, up to how much, and what is open. */
export const officeApi: readonly Bound[] = [
  ...people,
  bind(contract.listSessions, async (context, { query: { cursor, limit, kind } }) => {
    const found = await openSessions(context, kind, { after: placeAt(cursor), limit: limit + 1 });
    return pageFrom(found, limit, await countSessions(context, kind));
  }),
  bind(contract.endStaffSession, async (context, { params }) => {
    await endSession(context, params.sessionId);
    return { ended: true };
  }),
  bind(contract.listBranches, async (context) => ({ items: await branches(context) })),
  bind(contract.createBranch, (context, { body }) => openBranch(context, body.name)),
  bind(contract.closeBranch, async (context, { params }) => {
    await closeBranch(context, params.branchId);
    return { closed: true };
  }),
  bind(contract.listRoles, async ({ tx }) => {
    const rows = await tx.selectFrom("role_permission").selectAll().orderBy("permission").execute();
    return {
      items: Role.options.map((role) => ({
        role,
        permissions: rows.filter((row) => row.role === role).map(({ permission }) => permission),
      })),
    };
  }),
  bind(contract.readSettings, (context) => readSettings(context)),
  bind(contract.changeSettings, (context, { body }) => changeSettings(context, body)),
];
