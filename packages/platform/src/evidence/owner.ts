import type { Refusal } from "../kernel/refusal.ts";
import type { Line, OwnerHint, Statement } from "./model.ts";
import { no } from "./refusals.ts";

/**
 * What is known of the insured. `knows` answers whether this number, nickname, account or name is theirs: null where
 * nothing of the kind is on record, so that nothing can be compared. The text may be partly masked with `*`.
 */
export interface KnownOwner {
  knows(kind: OwnerHint["kind"], text: string): boolean | null;
}

const names: Record<OwnerHint["kind"], Line> = {
  phone: { zh: "本机号码", en: "own number" },
  wechat: { zh: "微信昵称", en: "WeChat nickname" },
  alipay: { zh: "支付宝账户", en: "Alipay account" },
  name: { zh: "姓名", en: "name" },
};

/**
 * Refuses another person's statement. One that does not name its owner, or names one with nothing to compare, is
 * taken only when a person has confirmed that it is the insured's.
 */
export const checkOwner = (
  statement: Statement,
  known: KnownOwner,
  confirmed: boolean,
): "named" | "confirmed" | Refusal => {
  const judged = statement.owner.map((hint) => ({ hint, is: known.knows(hint.kind, hint.text) }));
  const another = judged.find(({ is }) => is === false);
  if (another)
    return no.another(statement.filename, names[another.hint.kind], another.hint.text, another.hint.row);
  if (judged.some(({ is }) => is === true)) return "named";
  return confirmed ? "confirmed" : no.unnamed(statement.filename, judged[0]?.hint.text ?? null);
};

/** Whether two forms of one text, each perhaps masked with `*`, can be the same: every place shown by both agrees. */
export const sameWhereShown = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((ch, at) => ch === b[at] || ch === "*" || b[at] === "*");
