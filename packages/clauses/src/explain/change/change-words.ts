/** A change in words: if this fact is so, then that is the outcome. Information on the clauses, never advice. */
import type { Domain, RangeDomain } from "../../facts/domain.ts";
import { Num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import { factName, type Reader, valueLabel } from "../reader.ts";
import { rangeText } from "../values.ts";
import type { Otherwise } from "./nearest.ts";
import type { Short } from "./varying.ts";

/** One change, one sentence. `whole` is everything the fact could be; `now` is the decision as it stands. */
export function changeText(
  o: Otherwise,
  slot: Slot,
  whole: Domain | null,
  now: Short,
  reader: Reader,
): string {
  const name = factName(slot.path, reader);
  const words = reader.language === "zh" ? ZH : EN;
  const paying = reader.study.graph.benefits.length > 0;
  const where = whereText(o, slot, whole, reader, words);
  const starts = now.outcome === "nothing" && o.decision.outcome === "pay" && o.domain.kind === "finite";
  const then = starts && o.up !== null ? words.starts(o.decision) : words.outcome(o.decision, paying);
  return words.sentence(name, where, then);
}

interface ChangeWords {
  sentence(name: string, where: string, then: string): string;
  /** One of a few values. */
  is(values: string): string;
  /** A single figure, seen from where the fact is. */
  reaches(value: string, up: boolean): string;
  between(low: string, high: string): string;
  from(low: string, time: boolean): string;
  to(high: string, time: boolean): string;
  readonly none: string;
  readonly or: string;
  outcome(d: Short, paying: boolean): string;
  /** Where nothing is due now, and something is from here on. */
  starts(d: Short): string;
}

function whereText(
  { domain, up }: Otherwise,
  slot: Slot,
  whole: Domain | null,
  reader: Reader,
  words: ChangeWords,
): string {
  const text = (v: Val): string => valueText(v, slot, reader, words);
  const time = slot.node.unit === "date" || slot.node.unit === "date and time";
  if (domain.kind === "range") {
    const [low, high] = [text(domain.low), text(domain.high)];
    if (isLast(domain, whole, true)) return words.from(low, time);
    return isLast(domain, whole, false) ? words.to(high, time) : words.between(low, high);
  }
  if (domain.kind !== "finite") return "";
  const [only] = domain.values;
  if (up !== null && !time && only instanceof Num) return words.reaches(text(only), up);
  return words.is(domain.values.map(text).join(words.or));
}

/** Whether a stretch reaches the last value there can be. */
function isLast(domain: RangeDomain, whole: Domain | null, up: boolean): boolean {
  const end = up ? domain.high : domain.low;
  if (!end.isFinite()) return true;
  return whole?.kind === "range" && end.equals(up ? whole.high : whole.low);
}

function valueText(v: Val, slot: Slot, reader: Reader, words: ChangeWords): string {
  if (v === null) return words.none;
  const text = valueLabel(v, slot.node, reader) ?? "";
  if (slot.decl.type.kind !== "money") return text;
  return reader.language === "zh" ? `${text} 元` : `CNY ${text}`;
}

const ZH: ChangeWords = {
  sentence: (name, where, then) => `如果 ${name} ${where}，则${then}。`,
  is: (values) => `为 ${values}`,
  reaches: (value, up) => `${up ? "达到" : "降到"} ${value}`,
  between: (low, high) => `在 ${low} 至 ${high} 之间`,
  from: (low, time) => (time ? `在 ${low} 或以后` : `为 ${low} 或更多`),
  to: (high, time) => (time ? `在 ${high} 或以前` : `为 ${high} 或更少`),
  none: "无",
  or: " 或 ",
  starts: (d) => `开始有赔付，此时为 ${rangeText(d.payable, "zh")}`,
  outcome(d, paying) {
    const amount = paying ? `，${rangeText(d.payable, "zh")}` : "";
    switch (d.outcome) {
      case "pay":
        return `可赔付 ${rangeText(d.payable, "zh")}`;
      case "nothing":
        return "赔付金额为 0 元";
      case "decline":
        return paying ? "不赔" : "不符合条件";
      case "refer":
        return `须由专人判断${amount}`;
      case "accept":
        return "符合条件";
      case "open":
        return `还要看其他事实${amount}`;
    }
  },
};

const EN: ChangeWords = {
  sentence: (name, where, then) => `If ${name} ${where}: ${then}.`,
  is: (values) => `is ${values}`,
  reaches: (value, up) => `${up ? "reaches" : "comes down to"} ${value}`,
  between: (low, high) => `is from ${low} to ${high}`,
  from: (low, time) => `is ${low} or ${time ? "later" : "more"}`,
  to: (high, time) => `is ${high} or ${time ? "earlier" : "less"}`,
  none: "none",
  or: " or ",
  starts: (d) => `payment begins, here ${rangeText(d.payable, "en")}`,
  outcome(d, paying) {
    const amount = paying ? `, ${rangeText(d.payable, "en")}` : "";
    switch (d.outcome) {
      case "pay":
        return `${rangeText(d.payable, "en")} is payable`;
      case "nothing":
        return "the amount is CNY 0";
      case "decline":
        return paying ? "nothing is paid" : "the conditions are not met";
      case "refer":
        return `a person must decide${amount}`;
      case "accept":
        return "the conditions are met";
      case "open":
        return `other facts decide${amount}`;
    }
  },
};
