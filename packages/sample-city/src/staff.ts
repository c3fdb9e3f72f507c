import type { NewStaff } from "@goodfaith/platform";

export interface SampleInstitution {
  readonly institutionId: string;
  readonly name: string;
  readonly staff: readonly NewStaff[];
}

/** What someone of the sample signs in with. */
export const passwordOf = (institution: SampleInstitution, login: string): string => {
  const one = institution.staff.find((staff) => staff.login === login);
  if (!one) throw new Error(`${institution.name} has no ${login}`);
  return one.password;
};

const yuan = (n: number): bigint => BigInt(n) * 100n;

/** 示例人寿（长治）: where the story happens. The passwords are printed at the start: everything here is made up. */
export const LIFE: SampleInstitution = {
  institutionId: "5a3b1e00-0000-4000-8000-000000000001",
  name: "示例人寿（长治）",
  staff: [
    {
      login: "li.gong",
      name: "李工（示例）",
      password: "示例-理赔-2025",
      roles: ["claims-handler"],
      approvalLimit: null,
    },
    {
      login: "zhao",
      name: "赵经理（示例）",
      password: "示例-批准-2025",
      roles: ["claims-approver"],
      approvalLimit: yuan(2_000_000),
    },
    {
      login: "qian",
      name: "钱主管（示例）",
      password: "示例-初批-2025",
      roles: ["claims-approver"],
      approvalLimit: yuan(100_000),
    },
    {
      login: "sun",
      name: "孙会计（示例）",
      password: "示例-付款-2025",
      roles: ["payments-officer"],
      approvalLimit: null,
    },
    {
      login: "zhou",
      name: "周产品（示例）",
      password: "示例-产品-2025",
      roles: ["product-manager"],
      approvalLimit: null,
    },
    {
      login: "he",
      name: "何柜员（示例）",
      password: "示例-柜面服务-2025",
      roles: ["counter"],
      approvalLimit: null,
    },
    {
      login: "lv",
      name: "吕站员（示例）",
      password: "示例-服务站点-2025",
      roles: ["station-clerk"],
      approvalLimit: null,
    },
    {
      login: "cai",
      name: "蔡调查（示例）",
      password: "示例-现场调查-2025",
      roles: ["investigator"],
      approvalLimit: null,
    },
    {
      login: "shi",
      name: "施审计（示例）",
      password: "示例-内部审计-2025",
      roles: ["auditor"],
      approvalLimit: null,
    },
    {
      login: "admin",
      name: "管理员（示例）",
      password: "示例-管理-2025",
      roles: ["administrator"],
      approvalLimit: null,
    },
  ],
};

/** 示例财险（长治）: another institution, so that what one sees and the other does not is real. */
export const PROPERTY: SampleInstitution = {
  institutionId: "5a3b1e00-0000-4000-8000-000000000002",
  name: "示例财险（长治）",
  staff: [
    {
      login: "cx.wu",
      name: "吴工（示例）",
      password: "示例-财险-2025",
      roles: ["claims-handler"],
      approvalLimit: null,
    },
    {
      login: "cx.zheng",
      name: "郑经理（示例）",
      password: "示例-财批-2025",
      roles: ["claims-approver"],
      approvalLimit: yuan(500_000),
    },
    {
      login: "cx.admin",
      name: "财险管理员（示例）",
      password: "示例-财管-2025",
      roles: ["administrator"],
      approvalLimit: null,
    },
  ],
};
