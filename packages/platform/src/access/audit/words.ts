interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What someone did, by the action's name on record; the first beginning that fits. */
const ACTIONS: readonly (readonly [beginning: string, zh: string, en: string])[] = [
  ["access.signIn", "登录", "signed in"],
  ["access.sign-in", "登录", "signed in"],
  ["access.createToken", "创建了程序令牌", "made a token for a program"],
  ["access.addInstitution", "新建了机构", "added the institution"],
  ["access.addStaff", "添加了工作人员", "added a member of staff"],
  ["access.export-audit", "导出了留痕", "exported the audit"],
  ["access.check-audit", "核验了留痕链", "verified the audit's chain"],
  ["access.", "管理了登录与权限", "managed access"],
  ["claims.read-file", "查看了证据原件", "opened a file of evidence"],
  ["claims.read", "查看了案件", "looked at the case"],
  ["claims.export", "导出了案件清单", "exported cases"],
  ["claims.replay", "重算核对了案件", "made a case's decisions again"],
  ["claims.report", "登记了报案", "reported a claim"],
  ["claims.add-file", "放入了证据", "added evidence"],
  ["claims.withdraw-", "撤回了证据或认定", "withdrew evidence or a finding"],
  ["claims.record-finding", "录入了认定", "recorded a finding"],
  ["claims.send-notice", "发出了一次性补正通知", "sent the one notice of what is missing"],
  ["claims.open-phone", "为发送通知使用了手机号", "used a phone number to send a notice"],
  ["claims.prepare-payment", "提交了给付", "submitted a payment"],
  ["claims.payment-", "记录了给付进度", "noted a payment's progress"],
  ["claims.propose-refusal", "提出了拒赔意见", "proposed a refusal"],
  ["claims.approve-refusal", "复核同意了拒赔并发出通知书", "approved a refusal and sent the notice"],
  ["claims.return-refusal", "退回了拒赔意见", "returned a proposed refusal"],
  ["claims.refusal-delivered", "记录了拒绝给付通知书送达", "noted that a notice of refusal arrived"],
  ["claims.agree", "登记了给付协议", "recorded an agreement"],
  ["claims.close", "结案", "closed a case"],
  ["claims.reopen", "重开了案件", "reopened a case"],
  ["claims.", "办理了案件", "worked on the case"],
  ["payments.open-account", "为写入银行文件使用了收款账号", "used an account number for a bank file"],
  ["payments.check-account", "核对了收款账号的校验位", "checked an account number"],
  ["payments.open-phone", "为告知给付进度使用了手机号", "used a phone number to tell of a payment"],
  ["payments.prepare", "提交了给付指令", "submitted a payment order"],
  ["payments.approve", "批准了给付", "approved a payment"],
  ["payments.reject", "退回了给付", "rejected a payment"],
  ["payments.", "办理了给付", "worked on payments"],
  ["people.reveal", "查看了完整的个人信息", "opened personal data in full"],
  ["people.export", "导出了客户名单", "exported people"],
  ["people.join", "认定两份档案为同一客户", "found two records to be one person's"],
  ["people.undo-join", "撤销了档案合并", "undid the joining of two records"],
  ["people.keep-apart", "认定两份档案为不同客户", "found two records to be two people's"],
  ["people.undo-keep-apart", "撤销了不同客户的认定", "undid that two records were found to be two people's"],
  ["people.", "办理了客户资料", "worked on a person's records"],
  ["terms.draft-signed", "签署了条款", "signed terms"],
  ["terms.draft-", "起草或审阅了条款", "worked on a draft of terms"],
  ["terms.", "办理了条款", "worked on terms"],
  ["imports.", "导入了资料", "imported records"],
  ["messages.read", "查看了发件箱", "read the outbox"],
  ["messages.", "发送了消息", "sent a message"],
  ["consumer.claim", "查看了案件", "looked at the case"],
  ["consumer.", "查看了自己的资料", "looked at their own records"],
];

/** An action in words; undefined where it is not known by name. */
export const actionWords = (action: string): Words | undefined => {
  const [, zh, en] = ACTIONS.find(([beginning]) => action.startsWith(beginning)) ?? [];
  return zh === undefined || en === undefined ? undefined : { zh, en };
};
