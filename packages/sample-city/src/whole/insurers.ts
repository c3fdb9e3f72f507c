import type { SampleInstitution } from "../staff.ts";

const yuan = (n: number): bigint => BigInt(n) * 100n;

/** 晋惠保's insurers together (共保体), who keep its records as one institution. */
export const JINHUIBAO: SampleInstitution = {
  institutionId: "5a3b1e00-0000-4000-8000-000000000003",
  name: "示例晋惠保共保体（长治）",
  staff: [
    {
      login: "jhb.he",
      name: "何工（示例）",
      password: "示例-惠保-2025",
      roles: ["claims-handler"],
      approvalLimit: null,
    },
    {
      login: "jhb.lv",
      name: "吕经理（示例）",
      password: "示例-惠批-2025",
      roles: ["claims-approver"],
      approvalLimit: yuan(500_000),
    },
    {
      login: "jhb.xu",
      name: "徐会计（示例）",
      password: "示例-惠付-2025",
      roles: ["payments-officer"],
      approvalLimit: null,
    },
    {
      login: "jhb.admin",
      name: "惠保管理员（示例）",
      password: "示例-惠管-2025",
      roles: ["administrator"],
      approvalLimit: null,
    },
  ],
};

const smaller = (n: number, name: string, code: string): SampleInstitution => ({
  institutionId: `5a3b1e00-0000-4000-8000-${String(n).padStart(12, "0")}`,
  name: `示例${name}（长治）`,
  staff: [
    {
      login: `${code}.admin`,
      name: `${name}管理员（示例）`,
      password: `示例-${code}-2025`,
      roles: ["administrator", "claims-handler"],
      approvalLimit: null,
    },
  ],
});

/** Life insurers beside 示例人寿. */
export const OTHER_LIFE = [
  smaller(11, "太行人寿", "thrs"),
  smaller(12, "上党人寿", "sdrs"),
  smaller(13, "漳河人寿", "zhrs"),
] as const;

/** With 示例财险 the nine that are licensed for farm cover. */
export const OTHER_FARM = [
  smaller(21, "太行财险", "thcx"),
  smaller(22, "上党财险", "sdcx"),
  smaller(23, "漳河财险", "zhcx"),
  smaller(24, "沁河财险", "qhcx"),
  smaller(25, "武乡农险", "wxnx"),
  smaller(26, "壶关农险", "hgnx"),
  smaller(27, "平顺农险", "psnx"),
  smaller(28, "黎城农险", "lcnx"),
] as const;
