import type { Json } from "../store/index.ts";

export interface RolePermissionTable {
  role: string;
  permission: string;
}
export interface StaffTable {
  institution_id: string;
  staff_id: string;
  login: string;
  name: string;
  password_hash: string;
  roles: string[];
  approval_limit_cents: bigint | null;
  disabled_at: Date | null;
  created_at: Date;
}
export interface SessionTable {
  token_hash: Buffer;
  kind: "staff" | "consumer" | "program";
  institution_id: string | null;
  staff_id: string | null;
  phone_blind: Buffer | null;
  phone_masked: string | null;
  label: string | null;
  created_at: Date;
  expires_at: Date;
}
export interface OneTimeCodeTable {
  phone_blind: Buffer;
  code_hash: Buffer;
  sent_at: Date;
  expires_at: Date;
  tries: number;
}
export interface SignInFailureTable {
  login_blind: Buffer;
  failures: number;
  last_at: Date;
  locked_until: Date | null;
}
export interface AuditEntryTable {
  party_id: string;
  audit_id: string;
  institution_id: string;
  at: Date;
  actor_kind: "staff" | "consumer" | "system";
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  purpose: string | null;
  detail: Json<Record<string, unknown>>;
}

declare module "../store/context.ts" {
  interface Tables {
    role_permission: RolePermissionTable;
    staff: StaffTable;
    session: SessionTable;
    one_time_code: OneTimeCodeTable;
    sign_in_failure: SignInFailureTable;
    audit_entry: AuditEntryTable;
  }
}
