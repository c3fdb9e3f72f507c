import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

const Code = z.string().regex(/^[A-Z0-9]{4}$/);
const Text = z.string().min(1);
const Outcome = z.enum(["settled", "returned", "pending"]);
const Status = z.strictObject({ code: Code, outcome: Outcome, zh: Text, en: Text });
const Reason = z.strictObject({
  code: Code,
  /** What makes it good: another account, the same again, or a question to the bank. */
  repair: z.enum(["account", "again", "ask"]),
  zh: Text,
  en: Text,
  /** For the payee's own eyes, where the bank's word would frighten. */
  told: z.strictObject({ zh: Text, en: Text }).optional(),
  says: z.array(Text),
});
const Codes = z.strictObject({ statuses: z.array(Status).min(1), reasons: z.array(Reason).min(1) });

export type Outcome = z.infer<typeof Outcome>;
export type BankReason = z.infer<typeof Reason>;

interface BankCodes {
  readonly statuses: ReadonlyMap<string, z.infer<typeof Status>>;
  readonly reasons: ReadonlyMap<string, BankReason>;
}

const FILE = fileURLToPath(new URL("../../../src/payments/rules/bank-codes.yaml", import.meta.url));

let loaded: BankCodes | null = null;
const codes = (): BankCodes => {
  if (loaded) return loaded;
  const { statuses, reasons } = Codes.parse(parse(readFileSync(FILE, "utf8")));
  loaded = {
    statuses: new Map(statuses.map((one) => [one.code, one])),
    reasons: new Map(reasons.map((one) => [one.code, one])),
  };
  return loaded;
};

/** What a payment status of ISO 20022 means for an order; null where the code is not in the data. */
export const outcomeOf = (status: string): Outcome | null => codes().statuses.get(status)?.outcome ?? null;

/** A reason by its code; null where there is no code or none that is known. */
export const reasonOf = (code: string | null): BankReason | null =>
  (code === null ? undefined : codes().reasons.get(code)) ?? null;

/** The reason that a bank's own words mean: the longest known wording they contain; null where none does. */
export const reasonIn = (words: string): BankReason | null => {
  let best: { readonly reason: BankReason; readonly length: number } | null = null;
  for (const reason of codes().reasons.values())
    for (const said of reason.says)
      if (words.includes(said) && (best === null || said.length > best.length))
        best = { reason, length: said.length };
  return best?.reason ?? null;
};

/** A code and the bank's own words as one sentence part: `账户已销户（AC04）：客户已办理销户`. */
export const reasonWords = (code: string | null, words: string): string => {
  if (code === null) return words;
  const known = reasonOf(code);
  const head = known ? `${known.zh}（${code}）` : `银行代码 ${code}`;
  return words === "" || words === known?.zh ? head : `${head}：${words}`;
};

/** Why money came back, for the one who waits for it: the reason as the data words it, or null where only the bank knows. */
export const returnedWhy = (code: string | null): { readonly zh: string; readonly en: string } | null => {
  const known = reasonOf(code);
  return known && known.repair !== "ask" ? (known.told ?? { zh: known.zh, en: known.en }) : null;
};

/** What makes it good; to ask the bank where nothing more is known. */
export const repairOf = (code: string | null): BankReason["repair"] => reasonOf(code)?.repair ?? "ask";
