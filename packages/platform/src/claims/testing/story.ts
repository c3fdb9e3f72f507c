import type { PartyId, PolicyId } from "../../kernel/ids.ts";
import { cents } from "../../kernel/money.ts";
import type { UploadedFile } from "../../kernel/operation.ts";
import { Refused } from "../../kernel/refusal.ts";
import { mergeParties, type PartyRecord } from "../../people/index.ts";
import { mergePolicies, type PolicyRecord } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import type { ReportInput } from "../index.ts";

/** For tests: the case of service D4. Everybody is 示例; the phones and the card belong to nobody. */
export const INSURED_PHONE = "19900000001";
const WIDOW_PHONE = "19900000002";
export const CARD = "9990001234567890121";

const person = (customerNumber: string, name: string, phone: string, wechat: string | null): PartyRecord => ({
  kind: "person",
  name,
  identity: { kind: "passport", number: `E9990000${customerNumber.slice(-1)}` },
  customerNumber,
  bornOn: "1975-05-01",
  countyCode: null,
  phone,
  wechat,
  address: null,
  account: null,
});

const policyOf = (
  insured: PartyId,
  widow: PartyId,
  given: Pick<PolicyRecord, "number" | "termsId" | "product" | "sumInsured"> & Partial<PolicyRecord>,
): PolicyRecord => ({
  insured: { partyId: insured, name: "王先生（示例）" },
  holder: { partyId: insured, name: "王先生（示例）" },
  beneficiaries: [
    {
      partyId: widow,
      name: "王太太（示例）",
      kinship: "配偶",
      share: "100",
      account: {
        holder: "王太太（示例）",
        kind: "card",
        bank: "示例银行长治分行",
        bankCode: null,
        number: CARD,
      },
    },
  ],
  status: "in-force",
  statusSince: "2019-05-01",
  contractFormedOn: "2019-04-30",
  effectiveOn: "2019-05-01",
  maturesOn: null,
  lastReinstatedOn: null,
  premiumsPaid: cents(3_100_000n),
  cashValue: cents(1_850_000n),
  amountsOwed: cents(0n),
  exclusionsExplained: true,
  otherFacts: {},
  premium: null,
  ...given,
});

export interface Story {
  readonly insured: PartyId;
  readonly widow: PartyId;
  /** Three critical-illness policies (120,000, 100,000, 50,000) and the endowment (100,000). */
  readonly policies: readonly PolicyId[];
}

/** The people and the policies, as an institution's records have them. `change` alters each policy first. */
export const tellStory = async (
  context: Context,
  suffix = "1",
  change: (policy: PolicyRecord) => PolicyRecord = (policy) => policy,
): Promise<Story> => {
  const people = [
    person(`K${suffix}1`, "王先生（示例）", INSURED_PHONE, "老王"),
    person(`K${suffix}2`, "王太太（示例）", WIDOW_PHONE, null),
  ].map((one) => ({
    ...one,
    identity: one.identity && { ...one.identity, number: `${one.identity.number}${suffix}` },
  }));
  const merged = await mergeParties(context, people, { sample: true, apply: true, existing: "update" });
  const [insured, widow] = merged.flatMap((one) => (one.change === "conflict" ? [] : [one.partyId]));
  if (!insured || !widow) throw new Error("no parties");
  const critical = (n: number, yuan: bigint) =>
    policyOf(insured, widow, {
      number: `ZJ${suffix}-${n}`,
      termsId: "life-critical-illness/2007",
      product: "安心终身重大疾病保险（示例条款 2007 版定义）",
      sumInsured: cents(yuan * 100n),
      otherFacts: { critical_benefit_paid: false },
    });
  const records = [
    critical(1, 120_000n),
    critical(2, 100_000n),
    critical(3, 50_000n),
    policyOf(insured, widow, {
      number: `LQ${suffix}-4`,
      termsId: "life-endowment-holiday/2019",
      product: "节假日关爱两全保险（示例条款 2019 版）",
      sumInsured: cents(10_000_000n),
      maturesOn: "2039-04-30",
    }),
  ].map(change);
  const outcomes = await mergePolicies(context, records, { sample: true, apply: true });
  const policies = outcomes.flatMap((one) => (one.change === "conflict" ? [] : [one.policyId]));
  return { insured, widow, policies };
};

/** What the family says: last heard from on 30 September at 21:00, found on 3 October at 08:40. */
export const reportOf = ({ insured, policies }: Story, given: Partial<ReportInput> = {}): ReportInput => ({
  partyId: insured,
  eventKind: "death",
  reportedAt: "2025-03-01T09:30:00",
  policies,
  facts: {
    身故: true,
    身故日期: "2024-10-03",
    意外伤害: true,
    除外情形: "无",
    出险时间: { between: ["2024-09-30T21:00:00", "2024-10-03T08:40:00"] },
  },
  source: "家属陈述（示例）",
  ...given,
});

const csv = (filename: string, lines: readonly string[]): UploadedFile => ({
  filename,
  mediaType: "text/csv",
  content: new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`),
});

/** The carrier's records: the last call taken was on 1 October at 19:42. */
export const callRecords = (own = INSURED_PHONE): UploadedFile =>
  csv("通话详单.csv", [
    `客户号码：${own}`,
    "查询时段：2024-09-01 至 2024-10-07",
    "起始时间,主叫/被叫,对方号码,通话时长,通话类型",
    "2024-10-01 19:42:00,被叫,19900000009,1分20秒,本地",
    "2024-10-02 21:05:00,被叫,19900000003,0,本地",
    "2024-10-03 09:10:00,主叫,19900000002,61,本地",
  ]);

/** The wallet's bill: the last payment by hand on 2 October at 08:12:05, a deduction on the 3rd that counts for nothing. */
export const walletBill = (nickname: string | null = "老王"): UploadedFile =>
  csv("微信支付账单.csv", [
    "微信支付账单明细",
    ...(nickname === null ? [] : [`微信昵称：[${nickname}]`]),
    "起始时间：[2024-09-28 00:00:00] 终止时间：[2024-10-03 23:59:59]",
    "共2笔记录",
    "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
    "2024-10-03 02:00:11,商户消费,示例视频会员,自动续费,支出,¥25.00,零钱,支付成功,1,2,/",
    "2024-10-02 08:12:05,扫二维码付款,便民早餐店（示例）,/,支出,¥12.50,零钱,支付成功,3,/,/",
  ]);

export const photo = (): UploadedFile => ({
  filename: "死亡医学证明.jpg",
  mediaType: "application/octet-stream",
  content: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(64).fill(7)]),
});

/** The refusal that something ended in; an error of the test where it did not. */
export const refusalOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Refused)) throw error ?? new Error("it was not refused");
  return error.refusal;
};
