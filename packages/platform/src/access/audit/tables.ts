export interface AuditWaitingTable {
  party_id: string;
  audit_id: string;
  institution_id: string;
}
export interface AuditLinkTable {
  institution_id: string;
  seq: bigint;
  noted_under: string;
  audit_id: string;
  hash: Buffer;
}
export interface AuditHeadTable {
  institution_id: string;
  seq: bigint;
  hash: Buffer;
  mac: Buffer;
}

declare module "../../store/context.ts" {
  interface Tables {
    audit_waiting: AuditWaitingTable;
    audit_link: AuditLinkTable;
    audit_head: AuditHeadTable;
  }
}
