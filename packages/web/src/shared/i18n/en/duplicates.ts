import type { Messages } from "../types.ts";

export const duplicates: Messages["duplicates"] = {
  title: "Likely duplicates",
  say: "One person may have been entered twice. Compare, then decide; it is kept on record and can be undone.",
  link: "Likely duplicates",
  none: "No likely duplicates",
  noneSay:
    "Records with the same document number, or the same name with a birthday, phone or account, come here.",
  pair: "{{a}} and {{b}}",
  shared: "In common",
  evidence: {
    number: "document number",
    "bank-account": "bank account",
    phone: "phone",
    wechat: "WeChat id",
    name: "name",
    born: "date of birth",
  },
  born: "Born",
  customer: "Customer no.",
  same: "Same person",
  different: "Two people",
  sameWhy:
    "“{{a}}” and “{{b}}” will be shown together: policies, cases, contacts and time line, to the customer too once signed in. Neither record is changed.",
  differentWhy: "“{{a}}” and “{{b}}” will not be listed as likely duplicates again.",
  reasonHelp: "Say what it rests on, for example: identity card compared, both are the same person",
  joined: "Shown together now",
  apart: "Found to be two people",
  records: "Records",
  main: "main record",
  by: "joined by {{by}}, {{when}}",
  alone: "This is the only record.",
  joinAnother: "Join another record",
  joinWhy: "Find the other record, then say what it rests on. Both will be shown under “{{a}}”.",
  undo: "Undo the join",
  undoAria: "Undo the join of {{a}}",
  undoWhy: "“{{a}}” becomes a record of its own again, as before.",
};
