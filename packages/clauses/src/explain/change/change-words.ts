/** A change in words: if this fact is so, then that is the outcome. Information on the clauses, never advice. */
import type { Domain } from "../../facts/domain.ts";
import { Num } from "../../feel/value.ts";
import type { Slot } from "../../ir/slots.ts";
import { factName, type Reader, valueLabel } from "../reader.ts";
import { rangeText } from "../values.ts";
import type { Otherwise } from "./nearest.ts";
import type { Short } from "./varying.ts";

export function changeText(
  { domain, decision }: Otherwise,
  slot: Slot,
  paying: boolean,
  reader: Reader,
): string {
  const name = factName(slot.path, reader);
  return reader.language === "zh"
    ? `如果 ${name} ${whereZh(domain, slot, reader)}，则${outcomeZh(decision, paying)}。`
    : `If ${name} ${whereEn(domain, slot, reader)}: ${outcomeEn(decision, paying)}.`;
}

const isMoney = (slot: Slot): boolean => slot.decl.type.kind === "money";

function one(n: Num, slot: Slot, reader: Reader): string {
  const text = valueLabel(n, slot.node, reader) ?? "";
  if (!isMoney(slot)) return text;
  return reader.language === "zh" ? `${text} 元` : `CNY ${text}`;
}

function valuesText(values: readonly (string | null)[], reader: Reader): string {
  const zh = reader.language === "zh";
  return values.map((x) => x ?? (zh ? "无" : "none")).join(zh ? " 或 " : " or ");
}

function whereZh(domain: Domain, slot: Slot, reader: Reader): string {
  if (domain.kind === "finite")
    return domain.values.length === 1 && domain.values[0] instanceof Num
      ? `为 ${one(domain.values[0], slot, reader)}`
      : `为 ${valuesText(
          domain.values.map((x) => valueLabel(x, slot.node, reader)),
          reader,
        )}`;
  if (domain.kind !== "range") return "";
  const time = slot.node.unit === "date" || slot.node.unit === "date and time";
  const [low, high] = [one(domain.low, slot, reader), one(domain.high, slot, reader)];
  if (!isEnd(domain.high, domain.far[1])) {
    if (!isEnd(domain.low, domain.far[0])) return `在 ${low} 至 ${high} 之间`;
    return time ? `在 ${high} 或以前` : `为 ${high} 或更少`;
  }
  return time ? `在 ${low} 或以后` : `为 ${low} 或更多`;
}

/** Beyond any value that occurs: nothing bounds it here. */
const isEnd = (n: Num, far: Num): boolean => !n.isFinite() || n.equals(far);

function whereEn(domain: Domain, slot: Slot, reader: Reader): string {
  if (domain.kind === "finite")
    return domain.values.length === 1 && domain.values[0] instanceof Num
      ? `is ${one(domain.values[0], slot, reader)}`
      : `is ${valuesText(
          domain.values.map((x) => valueLabel(x, slot.node, reader)),
          reader,
        )}`;
  if (domain.kind !== "range") return "";
  const time = slot.node.unit === "date" || slot.node.unit === "date and time";
  const [low, high] = [one(domain.low, slot, reader), one(domain.high, slot, reader)];
  if (!isEnd(domain.high, domain.far[1])) {
    if (!isEnd(domain.low, domain.far[0])) return `is from ${low} to ${high}`;
    return time ? `is ${high} or earlier` : `is ${high} or less`;
  }
  return time ? `is ${low} or later` : `is ${low} or more`;
}

function outcomeZh(d: Short, paying: boolean): string {
  switch (d.outcome) {
    case "pay":
      return `可赔付 ${rangeText(d.payable, "zh")}`;
    case "nothing":
      return "赔付金额为 0 元";
    case "decline":
      return paying ? "不赔" : "不符合条件";
    case "refer":
      return paying ? `须由专人判断，金额 ${rangeText(d.payable, "zh")}` : "须由专人判断";
    case "accept":
      return "符合条件";
    case "open":
      return paying ? `还要看其他事实，金额 ${rangeText(d.payable, "zh")}` : "还要看其他事实";
  }
}

function outcomeEn(d: Short, paying: boolean): string {
  switch (d.outcome) {
    case "pay":
      return `${rangeText(d.payable, "en")} is payable`;
    case "nothing":
      return "the amount is CNY 0";
    case "decline":
      return paying ? "nothing is paid" : "the conditions are not met";
    case "refer":
      return paying ? `a person must decide, ${rangeText(d.payable, "en")}` : "a person must decide";
    case "accept":
      return "the conditions are met";
    case "open":
      return paying ? `other facts decide, ${rangeText(d.payable, "en")}` : "other facts decide";
  }
}
