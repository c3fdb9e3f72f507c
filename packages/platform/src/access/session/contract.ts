import { z } from "zod";
import { InstitutionId, StaffId } from "../../kernel/ids.ts";
import { Role } from "../role/contract.ts";

const Institution = z.object({
  institutionId: InstitutionId,
  name: z.string(),
  /** 示例数据: every page made from it says so. */ sample: z.boolean(),
});

export const StaffSession = z.object({
  kind: z.literal("staff"),
  staff: z.object({
    staffId: StaffId,
    name: z.string(),
    login: z.string(),
    roles: z.array(Role),
    /** Permissions that follow from the roles; a page shows only what they allow. */
    permissions: z.array(z.string()),
    /** 授权额度: the most this person may approve at once, yuan; null where none may be approved. */
    approvalLimit: z.string().nullable(),
    /** True until what is missing has been set up: a password of one's own, a second step. Nothing else is open. */
    mustEnrol: z.boolean(),
    /** 临时角色: what is held for a time, by delegation or in an emergency. */
    held: z.array(
      z.object({
        kind: z.enum(["delegation", "break-glass"]),
        roles: z.array(Role),
        until: z.string(),
        from: z.string().nullable(),
      }),
    ),
  }),
  institution: Institution,
});
export type StaffSession = z.infer<typeof StaffSession>;
