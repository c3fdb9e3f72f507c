/** The first sentence of an explanation: what is paid, why not, or what is still open. */
import type { Decision, Reason } from "../decide/decision.ts";
import { factName, label, type Reader } from "./reader.ts";
import { rangeText, yuanText } from "./values.ts";

export function headlineOf(decision: Decision, reader: Reader): string {
  return reader.language === "zh" ? zh(decision, reader) : en(decision, reader);
}

const sum = (d: Decision): boolean => d.benefits.length > 0;

/** The parts where there are several that pay. */
function parts(d: Decision, reader: Reader): string {
  const paid = d.benefits.filter((b) => b.least === b.most && b.least !== "0.00");
  if (paid.length < 2 || d.payable.least !== d.payable.most) return "";
  const each = paid.map((b) => `${label(b.name, reader)} ${yuanText(b.least, reader.language)}`);
  return reader.language === "zh" ? `：${each.join("，")}` : `: ${each.join(", ")}`;
}

/** Benefits that are refused while others are paid. */
const refused = (d: Decision): readonly Reason[] =>
  d.outcome === "decline" ? [] : d.benefits.flatMap((b) => (b.most === "0.00" ? b.reasons : []));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** ` 至多 …` where more may be owed than is certain. */
function most({ payable }: Decision, language: "zh" | "en"): string {
  if (payable.most === null || payable.most === payable.least) return "";
  const amount = yuanText(payable.most, language);
  return language === "zh" ? `，至多 ${amount}` : `, at most ${amount}`;
}

function zh(d: Decision, reader: Reader): string {
  const told = (r: Reason): string => `${r.text}（${r.clause}）`;
  const reasons = unique(d.reasons.map(told)).join("；");
  const not = unique(refused(d).map(told)).join("；");
  const partly = not === "" ? "" : `其中有责任不赔：${not}。`;
  switch (d.outcome) {
    case "pay":
      return `应赔付 ${rangeText(d.payable, "zh")}${parts(d, reader)}。${partly}`;
    case "nothing":
      return `属于保险责任，但按条款算出的金额是 0 元。${partly}`;
    case "decline":
      return sum(d) ? `不赔：${reasons}。` : `不符合条件：${reasons}。`;
    case "refer": {
      const certain = `在此之前已经确定的是 ${yuanText(d.payable.least, "zh")}${most(d, "zh")}。`;
      return `须由专人判断：${reasons}。${sum(d) ? certain : ""}`;
    }
    case "accept":
      return "符合条件。";
    case "open": {
      const asks = d.asks.map((a) => factName(a.fact, reader)).join("、");
      const range = sum(d) ? `：${rangeText(d.payable, "zh")}` : "";
      return `还不能确定${range}。${asks === "" ? "" : `还要弄清：${asks}。`}${partly}`;
    }
  }
}

function en(d: Decision, reader: Reader): string {
  const told = (r: Reason): string => `${label(r.text, reader)} (${r.clause})`;
  const reasons = unique(d.reasons.map(told)).join("; ");
  const not = unique(refused(d).map(told)).join("; ");
  const partly = not === "" ? "" : ` Not paid among them: ${not}.`;
  switch (d.outcome) {
    case "pay":
      return `Payable: ${rangeText(d.payable, "en")}${parts(d, reader)}.${partly}`;
    case "nothing":
      return `Covered, but the amount computed by the clauses is CNY 0.${partly}`;
    case "decline":
      return sum(d) ? `Not paid: ${reasons}.` : `The conditions are not met: ${reasons}.`;
    case "refer": {
      const certain = ` Certain already: ${yuanText(d.payable.least, "en")}${most(d, "en")}.`;
      return `A person must decide: ${reasons}.${sum(d) ? certain : ""}`;
    }
    case "accept":
      return "The conditions are met.";
    case "open": {
      const asks = d.asks.map((a) => factName(a.fact, reader)).join(", ");
      const range = sum(d) ? `: ${rangeText(d.payable, "en")}` : "";
      return `Still open${range}.${asks === "" ? "" : ` To be found out: ${asks}.`}${partly}`;
    }
  }
}
