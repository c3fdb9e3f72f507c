import { refuse } from "../../kernel/refusal.ts";

export const officeRefusals = {
  noStaff: () =>
    refuse("missing", "access.no-staff", {
      zh: "没有这名工作人员。",
      en: "There is no such member of staff.",
    }),
  oneself: () =>
    refuse("forbidden", "access.not-oneself", {
      zh: "不能修改自己的角色、额度或停用自己，请另一位管理员操作。",
      en: "Nobody changes their own roles or limit, or ends themselves; another administrator does it.",
    }),
  lastAdministrator: () =>
    refuse("conflict", "access.last-administrator", {
      zh: "这是本机构最后一位管理员，停用或改角色后将无人能管理账号。请先添加另一位管理员。",
      en: "This is the last administrator; without one nobody could manage access. Add another first.",
    }),
  noBranch: () =>
    refuse("missing", "access.no-branch", {
      zh: "没有这个分支机构，或它已撤销。",
      en: "There is no such branch, or it was closed.",
    }),
  branchTaken: (name: string) =>
    refuse(
      "conflict",
      "access.branch-taken",
      { zh: `已有名为“${name}”的分支机构。`, en: `There is a branch called “${name}” already.` },
      { name },
    ),
  branchInUse: (staff: number) =>
    refuse(
      "conflict",
      "access.branch-in-use",
      {
        zh: `还有 ${staff} 人在这个分支机构，请先把他们调走。`,
        en: `${staff} people still work at this branch; move them first.`,
      },
      { staff },
    ),
  alreadyEnded: () =>
    refuse("conflict", "access.already-ended", {
      zh: "账号已经停用。",
      en: "The account has ended already.",
    }),
  notEnded: () =>
    refuse("conflict", "access.not-ended", { zh: "账号正在使用中。", en: "The account is in use." }),
} as const;
