import type { ClockKind } from "../model/kinds.ts";

export interface ClockTable {
  party_id: string;
  subject_kind: ClockKind;
  subject_id: string;
  family: string;
  clause: string;
  institution_id: string;
  terms_id: string;
  lane: string;
  law: string | null;
  subject_number: string;
  subject_title: string;
  handler_id: string | null;
  handler_name: string | null;
  from_on: string | null;
  due: string | null;
  due_at: Date | null;
  act_by: string | null;
  warn_on: string | null;
  done_at: Date | null;
  state: "running" | "paused" | "waiting" | "met" | "late" | "ended";
}
export interface ClockAlertTable {
  party_id: string;
  subject_kind: ClockKind;
  subject_id: string;
  family: string;
  clause: string;
  alert: "warning" | "breach";
  due: string;
  institution_id: string;
  at: Date;
  seen_at: Date | null;
}
export interface CalendarFeedTable {
  institution_id: string;
  staff_id: string;
  secret_hash: Buffer;
  created_at: Date;
  read_at: Date | null;
}

declare module "../../store/context.ts" {
  interface Tables {
    clock: ClockTable;
    clock_alert: ClockAlertTable;
    calendar_feed: CalendarFeedTable;
  }
}
