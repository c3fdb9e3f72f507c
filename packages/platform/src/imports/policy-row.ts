import type { Identity } from "../people/index.ts";
import type { PolicyRecord } from "../policies/index.ts";
import type { TermsLibrary } from "../terms/index.ts";
import { readAccount } from "./account-cells.ts";
import { readFactCell } from "./fact-cell.ts";
import { readIdentity, type WhoColumns } from "./identity-cells.ts";
import { type BeneficiaryColumns, policyColumns as c } from "./policy-columns.ts";
import type { OtherFact } from "./policy-facts.ts";
import type { RowReader } from "./row.ts";

/** Someone named on a row, not yet found among the parties. */
export interface Named {
  readonly name: string;
  readonly identity: Identity | null;
  readonly customerNumber: string | null;
  /** As the document's number says. */
  readonly bornOn: string | null;
}
type Beneficiary = Omit<PolicyRecord["beneficiaries"][number], "partyId"> & {
  readonly who: Named & { readonly phone: string | null };
};
/** A policy's row: a record whose people are not found yet. */
export interface PolicyRow {
  readonly insured: Named;
  readonly holder: Named | null;
  readonly beneficiaries: readonly Beneficiary[];
  readonly policy: Omit<PolicyRecord, "insured" | "holder" | "beneficiaries">;
}
export interface PolicyColumns {
  readonly beneficiaries: readonly BeneficiaryColumns[];
  readonly others: readonly OtherFact[];
}

export const readPolicyRow = (
  row: RowReader,
  columns: PolicyColumns,
  library: TermsLibrary,
  today: string,
): PolicyRow | null => {
  const insured = readNamed(row, { who: c.insured, name: row.read(c.insuredName) }, today);
  const holder =
    row.text(c.holderName) === ""
      ? null
      : readNamed(row, { who: c.holder, name: row.read(c.holderName) }, today);
  const beneficiaries = readBeneficiaries(row, columns.beneficiaries, today);
  const policy = readPolicy(row, columns, library, today);
  return insured && policy && row.problems.length === 0 ? { insured, holder, beneficiaries, policy } : null;
};

const readNamed = (
  row: RowReader,
  { who, name }: { readonly who: WhoColumns; readonly name: string | null },
  today: string,
): Named | null => {
  const document = readIdentity(row, who, "resident-id", today);
  const customerNumber = row.read(who.customer);
  if (row.text(who.number) === "" && customerNumber === null)
    row.problem(who.number, {
      zh: "证件号码和客户号至少填一项",
      en: "give the document's number or the customer number",
    });
  return name === null
    ? null
    : { name, identity: document?.identity ?? null, customerNumber, bornOn: document?.bornOn ?? null };
};

const readBeneficiaries = (
  row: RowReader,
  groups: readonly BeneficiaryColumns[],
  today: string,
): Beneficiary[] => {
  const found = groups.flatMap((columns) => readBeneficiary(row, columns, today) ?? []);
  const hundredths = found.reduce((sum, one) => sum + Math.round(Number(one.share) * 100), 0);
  const [first] = groups;
  if (first && found.length > 0 && row.problems.length === 0 && hundredths !== 10_000)
    row.problem(first.share, {
      zh: `所有受益人的份额合计应为 100，这里是 ${hundredths / 100}（三人均分可写 33.33、33.33、33.34）`,
      en: `all shares together are 100, these ${hundredths / 100} (three equal ones: 33.33, 33.33, 33.34)`,
    });
  return found;
};

const readBeneficiary = (row: RowReader, columns: BeneficiaryColumns, today: string): Beneficiary | null => {
  const name = row.read(columns.name);
  if (name === null) return null;
  const who = readNamed(row, { who: columns.who, name }, today);
  const account = readAccount(row, columns.account, name);
  const bankCode = row.read(columns.bankCode);
  return (
    who && {
      who: { ...who, phone: row.read(columns.phone) },
      name,
      kinship: row.read(columns.kinship),
      share: row.read(columns.share) ?? "100",
      account: account && { ...account, bankCode },
    }
  );
};

const readPolicy = (
  row: RowReader,
  columns: PolicyColumns,
  library: TermsLibrary,
  today: string,
): PolicyRow["policy"] | null => {
  const given = {
    number: row.read(c.number),
    termsId: row.read(c.terms),
    product: row.read(c.product),
    contractFormedOn: row.read(c.formed),
    effectiveOn: row.read(c.effective),
    status: row.read(c.status),
  };
  const dates = {
    maturesOn: row.read(c.matures),
    lastReinstatedOn: row.read(c.reinstated),
    since: row.read(c.since),
  };
  const { number, termsId, contractFormedOn, effectiveOn, status } = given;
  if (!number || !termsId || !contractFormedOn || !effectiveOn || !status) return null;
  const edition = checkTerms(row, library, termsId, contractFormedOn);
  if (dates.maturesOn !== null && dates.maturesOn < effectiveOn)
    row.problem(c.matures, {
      zh: `早于生效日期 ${effectiveOn}`,
      en: `before the effective date, ${effectiveOn}`,
    });
  if (status !== "in-force" && row.text(c.since) === "")
    row.problem(c.since, {
      zh: "不是有效的保单，要填现在的状态从哪一天起",
      en: "needed where the policy is not in force",
    });
  if (dates.since !== null && dates.since > today)
    row.problem(c.since, { zh: "还没有到这一天", en: "this day has not come yet" });
  return {
    number,
    termsId,
    contractFormedOn,
    effectiveOn,
    status,
    product: given.product ?? edition?.terms.title ?? termsId,
    statusSince: dates.since ?? dates.lastReinstatedOn ?? effectiveOn,
    maturesOn: dates.maturesOn,
    lastReinstatedOn: dates.lastReinstatedOn,
    ...readAmounts(row),
    otherFacts: edition ? readOthers(row, columns.others, edition) : {},
  };
};

type Edition = NonNullable<ReturnType<TermsLibrary["get"]>>;

/** The terms must be in the library, and where the day of contract governs, cover that day. */
const checkTerms = (
  row: RowReader,
  library: TermsLibrary,
  termsId: string,
  formedOn: string,
): Edition | null => {
  const edition = library.get(termsId);
  if (!edition) {
    row.problem(c.terms, {
      zh: "条款库里没有这份条款，请在“条款”页查编号",
      en: "no such document in the terms library; see the Terms page for ids",
    });
    return null;
  }
  const { governs, effective } = edition.terms;
  if (governs === c.formed.name && (formedOn < (effective.from ?? "") || formedOn > (effective.to ?? "9999")))
    row.problem(c.formed, {
      zh: `${termsId} 只适用于 ${effective.from ?? "始"} 至 ${effective.to ?? "今"} 成立的合同，请换成当时的版本`,
      en: `${termsId} governs contracts formed ${effective.from ?? "ever"} to ${effective.to ?? "now"}; name the edition of that time`,
    });
  return edition;
};

const readAmounts = (row: RowReader) => {
  const amount = row.read(c.premium);
  const paid = { lastPaidOn: row.read(c.paidOn), nextDueOn: row.read(c.dueOn) };
  if (amount === null && (paid.lastPaidOn !== null || paid.nextDueOn !== null))
    row.problem(c.premium, { zh: "填了交费日期，就要填每期保险费", en: "premium dates need the premium" });
  return {
    sumInsured: row.read(c.sumInsured),
    premiumsPaid: row.read(c.premiumsPaid),
    cashValue: row.read(c.cashValue),
    amountsOwed: row.read(c.owed),
    exclusionsExplained: row.read(c.explained),
    premium: amount === null || amount === 0n ? null : { amount, ...paid },
  };
};

const readOthers = (row: RowReader, others: readonly OtherFact[], edition: Edition) => {
  const facts: Record<string, string | number | boolean> = {};
  for (const { column, place } of others) {
    const text = row.text(column);
    if (text === "") continue;
    const fact = edition.facts.find(({ name }) => name === column.name);
    const reading = fact ? readFactCell(fact, text) : NOT_ITS_FACT;
    if (reading.ok) facts[place] = reading.value;
    else row.problem(column, reading.problem);
  }
  return facts;
};

const NOT_ITS_FACT = {
  ok: false,
  problem: { zh: "这份条款不问这一项，请留空", en: "these terms do not read this; leave it blank" },
} as const;
