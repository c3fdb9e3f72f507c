import type { Generated } from "kysely";
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
  branch_id: string | null;
  password_temporary: Generated<boolean>;
  disabled_at: Date | null;
  created_at: Date;
}
export interface BranchTable {
  institution_id: string;
  branch_id: string;
  name: string;
  closed_at: Date | null;
  created_at: Date;
}
export interface AccessSettingTable {
  institution_id: string;
  second_factor: "optional" | "required";
  delegation_days_max: Generated<number>;
  break_glass_minutes: Generated<number>;
  changed_at: Date;
}
export interface StaffTotpTable {
  institution_id: string;
  staff_id: string;
  secret: string;
  last_step: bigint;
  confirmed_at: Date | null;
  created_at: Date;
}
export interface StaffRecoveryCodeTable {
  institution_id: string;
  staff_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}
export interface TemporaryRoleTable {
  institution_id: string;
  temporary_role_id: string;
  kind: "delegation" | "break-glass";
  staff_id: string;
  from_staff_id: string | null;
  roles: string[];
  approval_limit_cents: bigint | null;
  reason: string;
  starts_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  verdict: "justified" | "unjustified" | null;
  review_note: string | null;
}
export interface RecusalTable {
  party_id: string;
  recusal_id: string;
  institution_id: string;
  staff_id: string;
  about: string;
  case_id: string | null;
  reason: string;
  declared_by: string;
  declared_at: Date;
  lifted_at: Date | null;
  lifted_by: string | null;
}
export interface StaffPasskeyTable {
  institution_id: string;
  passkey_id: string;
  staff_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: bigint;
  transports: string[];
  name: string;
  created_at: Date;
  used_at: Date | null;
}
export interface SignOnProviderTable {
  institution_id: string;
  provider_id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  login_claim: string;
  created_at: Date;
}
export interface StaffIdentityTable {
  institution_id: string;
  issuer: string;
  subject: string;
  staff_id: string;
  linked_at: Date;
}
export interface SignInChallengeTable {
  challenge_hash: Buffer;
  kind: "passkey-new" | "passkey" | "sign-on";
  detail: string;
  expires_at: Date;
}
export interface SessionTable {
  token_hash: Buffer;
  session_id: string;
  kind: "staff" | "consumer" | "program";
  institution_id: string | null;
  staff_id: string | null;
  phone_blind: Buffer | null;
  phone_masked: string | null;
  label: string | null;
  device: string | null;
  scopes: string[] | null;
  must_enrol: boolean;
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

export interface DataKeyTable {
  key_id: string;
  purpose: "seal" | "blind";
  cipher: "aes-256-gcm" | "sm4-ctr-hmac-sm3" | "hmac-sha256";
  wrapped: string;
  wrapped_by: string;
  seals_from: Date;
  created_at: Date;
}

declare module "../store/context.ts" {
  interface Tables {
    role_permission: RolePermissionTable;
    staff: StaffTable;
    branch: BranchTable;
    access_setting: AccessSettingTable;
    staff_totp: StaffTotpTable;
    staff_recovery_code: StaffRecoveryCodeTable;
    temporary_role: TemporaryRoleTable;
    recusal: RecusalTable;
    staff_passkey: StaffPasskeyTable;
    sign_on_provider: SignOnProviderTable;
    staff_identity: StaffIdentityTable;
    sign_in_challenge: SignInChallengeTable;
    session: SessionTable;
    one_time_code: OneTimeCodeTable;
    sign_in_failure: SignInFailureTable;
    audit_entry: AuditEntryTable;
    data_key: DataKeyTable;
  }
}
