import { parse } from "yaml";
import { z } from "zod";

const Document = z.object({ clauses: z.array(z.object({ as: z.string().optional() })) });

/** The names of the benefits that a terms document pays, in its order. */
export const benefitNames = (yaml: string): readonly string[] => {
  const { clauses } = Document.parse(parse(yaml));
  return [...new Set(clauses.flatMap(({ as }) => as ?? []))];
};

const MOST_NAMED = 4;

/** As people write it: `120000.00` is 120,000. */
const grouped = (yuan: string): string => yuan.replace(/\.00$/, "").replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** What a cover pays, in one plain sentence. `share` is a beneficiary's, in hundredths of a percent; null for one's own cover. */
export const plainWords = (given: {
  readonly benefits: readonly string[];
  /** Yuan; "" where the product has none. */
  readonly sumInsured: string;
  readonly share: bigint | null;
}): { zh: string; en: string } => {
  const { benefits, sumInsured, share } = given;
  const named = benefits.slice(0, MOST_NAMED);
  const more = benefits.length > named.length ? `等 ${benefits.length} 项` : "";
  const moreEn = benefits.length > named.length ? ` and ${benefits.length - named.length} more` : "";
  const percent = share === null ? "" : `${Number(share) / 100}%`;
  const zh = [
    share === null ? "" : `您是受益人，份额 ${percent}。`,
    named.length === 0 ? "" : `会给付：${named.join("、")}${more}。`,
    sumInsured === "" ? "" : `基本保险金额 ${grouped(sumInsured)} 元。`,
  ];
  const en = [
    share === null ? "" : `You are a beneficiary, with a share of ${percent}.`,
    named.length === 0 ? "" : `It pays: ${named.join(", ")}${moreEn}.`,
    sumInsured === "" ? "" : `Sum insured ${grouped(sumInsured)} yuan.`,
  ];
  return { zh: zh.join(""), en: en.filter((part) => part !== "").join(" ") };
};
