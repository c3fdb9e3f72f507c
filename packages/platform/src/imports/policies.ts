import { refreshCasesOf } from "../claims/index.ts";
import { PartyId } from "../kernel/ids.ts";
import { type Identity, mergeParties, type PartyRecord } from "../people/index.ts";
import { mergePolicies, type PolicyChange, type PolicyRecord } from "../policies/index.ts";
import type { Context } from "../store/index.ts";
import type { TermsLibrary } from "../terms/index.ts";
import type { Column } from "./column.ts";
import { type Found, findNamed, sameName } from "./find-named.ts";
import type { FieldChange, Importer, Outcome } from "./importer.ts";
import { beneficiaryColumns, policyColumns as c, MOST_BENEFICIARIES } from "./policy-columns.ts";
import { type OtherFact, otherFacts } from "./policy-facts.ts";
import { type Named, type PolicyRow, readPolicyRow } from "./policy-row.ts";

const beneficiaries = Array.from({ length: MOST_BENEFICIARIES }, (_, at) => beneficiaryColumns(at + 1));

/** 保单导入: found by its number. The insured is a party already; a beneficiary who is not yet one becomes one. */
export const policiesImporter = (library: TermsLibrary): Importer<PolicyRow> => {
  const others = otherFacts(library);
  const fixed = Object.values(c).flatMap((one) => ("name" in one ? [one] : Object.values(one)));
  const groups = beneficiaries.flatMap(({ who, account, ...rest }) => [
    rest.name,
    ...Object.values(who),
    rest.phone,
    rest.kinship,
    rest.share,
    ...Object.values(account),
    rest.bankCode,
  ]);
  return {
    kind: "policies",
    title: { zh: "保单", en: "Policies" },
    columns: [...fixed, ...groups, ...others.map(({ column }) => column)] as readonly Column<unknown>[],
    examples: [],
    read: (row, today) => readPolicyRow(row, { beneficiaries, others }, library, today),
    keys: (record) => [{ column: c.number, key: record.policy.number.toUpperCase() }],
    merge: (context, rows, options) => mergeRows(context, rows, options, others),
  };
};

interface Placed {
  readonly row: PolicyRow;
  readonly outcome: Outcome | null;
}

const mergeRows = async (
  context: Context,
  rows: readonly PolicyRow[],
  options: { readonly apply: boolean; readonly sample: boolean },
  otherColumns: readonly OtherFact[],
): Promise<Outcome[]> => {
  const found = await findNamed(
    context,
    rows.flatMap((row) => [row.insured, ...others(row)]),
  );
  const placed = rows.map((row): Placed => ({ row, outcome: nameProblem(row, found) }));
  const fine = placed.flatMap(({ row, outcome }) => (outcome === null ? [row] : []));
  const known = await addBeneficiaries(context, fine, found, options);
  const merges = await mergePolicies(
    context,
    fine.map((row) => recordOf(row, known)),
    options,
  );
  // An open case reads its policies: what the file changed there, it must see.
  if (options.apply)
    await refreshCasesOf(
      context,
      fine.flatMap((row, at) => (merges[at]?.change === "updated" ? [known(row.insured)] : [])),
    );
  let next = 0;
  return placed.map(({ outcome }): Outcome => {
    if (outcome) return outcome;
    const merge = merges[next++];
    if (!merge) throw new Error("every good row has an outcome");
    if (merge.change === "conflict") return { change: "bad", column: c.number, say: merge.problem };
    if (merge.change !== "updated") return { change: merge.change };
    return { change: "updated", fields: merge.fields.map((one) => shownChange(one, otherColumns)) };
  });
};

const COLUMN_OF: Readonly<Record<Exclude<PolicyChange["field"], `other:${string}`>, string>> = {
  termsId: c.terms.name,
  product: c.product.name,
  status: c.status.name,
  statusSince: c.since.name,
  contractFormedOn: c.formed.name,
  effectiveOn: c.effective.name,
  maturesOn: c.matures.name,
  lastReinstatedOn: c.reinstated.name,
  sumInsured: c.sumInsured.name,
  premiumsPaid: c.premiumsPaid.name,
  cashValue: c.cashValue.name,
  amountsOwed: c.owed.name,
  exclusionsExplained: c.explained.name,
  holder: c.holderName.name,
  beneficiaries: "受益人",
  premium: c.premium.name,
};
const shownChange = ({ field, from, to }: PolicyChange, others: readonly OtherFact[]): FieldChange => ({
  column: isOther(field)
    ? (others.find(({ place }) => `other:${place}` === field)?.column.name ?? field)
    : COLUMN_OF[field],
  from,
  to,
});
const isOther = (field: PolicyChange["field"]): field is `other:${string}` => field.startsWith("other:");

const others = (row: PolicyRow): Named[] => [
  ...(row.holder ? [row.holder] : []),
  ...row.beneficiaries.map(({ who }) => who),
];

/** The insured and the holder must be known, and everyone known must have the name that the row gives. */
const nameProblem = (row: PolicyRow, found: Found): Outcome | null => {
  const insured = found.of(row.insured);
  if (!insured)
    return {
      change: "bad",
      column: c.insured.number,
      say: { zh: "系统里没有这位被保险人，请先导入客户", en: "no such party here; import people first" },
    };
  if (!sameName(insured.name, row.insured.name)) return wrongName(c.insuredName, insured.name);
  if (row.holder) {
    const holder = found.of(row.holder);
    if (!holder)
      return {
        change: "bad",
        column: c.holder.number,
        say: { zh: "系统里没有这位投保人，请先导入客户", en: "no such holder here; import people first" },
      };
    if (!sameName(holder.name, row.holder.name)) return wrongName(c.holderName, holder.name);
  }
  for (const [at, { who }] of row.beneficiaries.entries()) {
    const known = found.of(who);
    const columns = beneficiaries[at];
    if (!columns) continue;
    if (known && !sameName(known.name, who.name)) return wrongName(columns.name, known.name);
    if (!known && !who.identity)
      return {
        change: "bad",
        column: columns.who.number,
        say: {
          zh: "系统里没有这位受益人，请填证件号码",
          en: "no such beneficiary here; give the document's number",
        },
      };
  }
  return null;
};

const wrongName = (column: Column<unknown>, name: string): Outcome => ({
  change: "bad",
  column,
  say: {
    zh: `与客户资料里的姓名“${name}”不一致，请核对证件号码或姓名`,
    en: `differs from the name on record, “${name}”; check the number or the name`,
  },
});

type KnownParty = (named: Named) => PartyId;

/** Makes parties of beneficiaries who are not one yet, and adds the phones that the rows give. */
const addBeneficiaries = async (
  context: Context,
  rows: readonly PolicyRow[],
  found: Found,
  options: { readonly apply: boolean; readonly sample: boolean },
): Promise<KnownParty> => {
  const records = new Map<string, PartyRecord>();
  for (const { who } of rows.flatMap((row) => row.beneficiaries))
    if (who.identity && (!found.of(who) || who.phone !== null)) {
      const key = identityKey(who.identity);
      const earlier = records.get(key);
      records.set(key, {
        ...beneficiaryRecord(who, who.identity),
        phone: who.phone ?? earlier?.phone ?? null,
      });
    }
  const merges = await mergeParties(context, [...records.values()], { ...options, existing: "keep" });
  const added = new Map<string, PartyId>();
  for (const [at, key] of [...records.keys()].entries()) {
    const merge = merges[at];
    if (merge && merge.change !== "conflict") added.set(key, merge.partyId);
  }
  return (named) => {
    const partyId = found.of(named)?.partyId ?? (named.identity && added.get(identityKey(named.identity)));
    return PartyId.parse(partyId);
  };
};

const identityKey = ({ kind, number }: Identity): string => `${kind}:${number}`;

const beneficiaryRecord = (
  who: PolicyRow["beneficiaries"][number]["who"],
  identity: Identity,
): PartyRecord => ({
  kind: "person",
  name: who.name,
  identity,
  customerNumber: null,
  bornOn: who.bornOn,
  countyCode: null,
  phone: who.phone,
  wechat: null,
  address: null,
  account: null,
});

const recordOf = (
  { insured, holder, beneficiaries: named, policy }: PolicyRow,
  partyOf: KnownParty,
): PolicyRecord => ({
  ...policy,
  insured: { partyId: partyOf(insured), name: insured.name },
  holder: holder && { partyId: partyOf(holder), name: holder.name },
  beneficiaries: named.map(({ who, name, kinship, share, account }) => ({
    partyId: partyOf(who),
    name,
    kinship,
    share,
    account,
  })),
});
