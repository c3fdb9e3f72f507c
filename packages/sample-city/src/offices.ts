import {
  breakGlass,
  changeStaff,
  createBranch,
  delegate,
  listBranches,
  listStaff,
} from "@goodfaith/platform/contract";
import { addDays } from "./days.ts";
import { act, type Desk, signInAs } from "./desk.ts";
import { LIFE } from "./staff.ts";

const BRANCHES = [
  { name: "长治中心支公司（示例）", logins: ["li.gong", "zhao", "qian", "sun", "shi"] },
  { name: "潞州区服务站（示例）", logins: ["he", "lv"] },
] as const;

const passwordOf = (login: string): string => LIFE.staff.find((one) => one.login === login)?.password ?? "";

/**
 * Where the life insurer's people sit, what one has passed on to another, and an emergency that waits for its review: so that
 * the pages of access have records. The days are counted back from `today`.
 */
export const openOffices = async (desk: Desk, today: string): Promise<void> => {
  const admin = await signInAs(desk, "admin", passwordOf("admin"));
  // A start that was broken off has done this already.
  if ((await act(desk, admin, listBranches, {})).items.length > 0) return;
  const { items } = await act(desk, admin, listStaff, { query: { limit: 200 } });
  for (const { name, logins } of BRANCHES) {
    const { branchId } = await act(desk, admin, createBranch, { body: { name } });
    for (const member of items.filter(({ login }) => (logins as readonly string[]).includes(login)))
      await act(desk, admin, changeStaff, {
        params: { staffId: member.staffId },
        body: { name: member.name, roles: member.roles, approvalLimit: member.approvalLimit, branchId },
      });
  }
  desk.clock.set(`${today}T00:10:00+08:00`);
  const zhao = await signInAs(desk, "zhao", passwordOf("zhao"));
  const qian = items.find(({ login }) => login === "qian");
  if (qian)
    await act(desk, zhao, delegate, {
      body: {
        to: qian.staffId,
        roles: ["claims-approver"],
        from: addDays(today, 3),
        until: addDays(today, 7),
        reason: "外出培训（示例）",
      },
    });
  desk.clock.set(`${addDays(today, -2)}T20:40:00+08:00`);
  const counter = await signInAs(desk, "he", passwordOf("he"));
  await act(desk, counter, breakGlass, { body: { reason: "客户在柜面晕倒，联系家属（示例）" } });
};
