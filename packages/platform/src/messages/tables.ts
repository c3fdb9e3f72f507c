export interface MessageTable {
  party_id: string;
  message_id: string;
  institution_id: string;
  channel: "sms" | "wechat" | "letter";
  purpose: "one-time-code" | "notice" | "payment" | "claim";
  to_sealed: string;
  to_masked: string;
  text_sealed: string;
  queued_at: Date;
  status: "queued" | "delivered" | "failed";
  finished_at: Date | null;
  failure: string | null;
}

declare module "../store/context.ts" {
  interface Tables {
    message: MessageTable;
  }
}
