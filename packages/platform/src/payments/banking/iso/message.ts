import type { Cents } from "../../../kernel/money.ts";
import { parseYuan } from "../../../kernel/money.ts";
import type { ResultProblem, ResultRow } from "../result.ts";
import { all, at, type Element, isProblem, readXml, textAt } from "./xml.ts";

/** Something the bank says of a whole batch at once. */
export interface BatchSaying extends Omit<ResultRow, "number"> {
  /** 批次编号, as our own message gave it. */
  readonly batch: string;
}

/** What one message of the bank says, as far as the file alone can be judged. */
export interface IsoMessage {
  readonly format: "pain.002" | "camt.054";
  readonly messageId: string;
  readonly rows: readonly ResultRow[];
  readonly batches: readonly BatchSaying[];
  readonly problems: readonly ResultProblem[];
}

export interface Reader {
  readonly format: IsoMessage["format"];
  /** The element under `Document`. */
  readonly body: string;
  readonly read: (body: Element) => Omit<IsoMessage, "format" | "messageId">;
}

export const problemAt = (
  element: Pick<Element, "line" | "name">,
  value: string,
  zh: string,
  en: string,
): ResultProblem => ({ row: element.line, column: element.name, value, zh, en });

export type Amount = { readonly amount: Cents | null } | { readonly problem: ResultProblem };

/** An amount element, which must be CNY with at most two decimals; null where there is none. */
export const amountOf = (element: Element | undefined): Amount => {
  if (!element) return { amount: null };
  const text = element.text.trim();
  const amount = parseYuan(text);
  const { Ccy: currency = "" } = element.attributes;
  if (currency !== "CNY")
    return {
      problem: problemAt(element, currency, "币种应为 CNY", "The currency must be CNY"),
    };
  return amount === null
    ? {
        problem: problemAt(
          element,
          text,
          "金额应为元，至多两位小数",
          "An amount is yuan with at most two decimals",
        ),
      }
    : { amount };
};

const broken = (line: number, what: string): ResultProblem => ({
  row: line,
  column: "",
  value: what,
  zh: `XML 不完整或不合规（${what}），请向银行重新下载`,
  en: `The XML is broken (${what}); download it from the bank again`,
});

const wrongRoot = (root: Element, readers: readonly Reader[]): ResultProblem => {
  const names = readers.map(({ format }) => format).join("、");
  return {
    row: root.line,
    column: root.name,
    value: root.children[0]?.name ?? root.name,
    zh: `不是银行的付款状态或入账通知，应为 ${names}`,
    en: `This is neither a payment status nor a notification; it should be ${names}`,
  };
};

/** Reads pain.002 or camt.054, whichever it is; what cannot be read is a problem with its line. */
export const readMessage = (
  text: string,
  readers: readonly Reader[],
): IsoMessage | { readonly problems: readonly ResultProblem[] } => {
  const root = readXml(text);
  if (isProblem(root)) return { problems: [broken(root.line, root.what)] };
  const reader = readers.find(({ body }) => root.name === "Document" && at(root, body));
  const body = reader && at(root, reader.body);
  if (!reader || !body || !root.namespace.includes(reader.format))
    return { problems: [wrongRoot(root, readers)] };
  const messageId = textAt(body, "GrpHdr", "MsgId");
  const found = reader.read(body);
  const header = at(body, "GrpHdr") ?? body;
  const missing = messageId === "" ? [problemAt(header, "", "缺少报文标识号 MsgId", "MsgId is missing")] : [];
  return { format: reader.format, messageId, ...found, problems: [...missing, ...found.problems] };
};

/** Every `name` anywhere under these paths, in the document's order. */
export const under = (body: Element, ...path: readonly string[]): readonly Element[] =>
  path.reduce<readonly Element[]>((here, name) => here.flatMap((one) => all(one, name)), [body]);
