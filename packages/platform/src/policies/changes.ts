import { sql } from "kysely";
import { mask } from "../access/index.ts";
import type { PolicyId } from "../kernel/ids.ts";
import { type Cents, yuan } from "../kernel/money.ts";
import { type Context, stage } from "../store/index.ts";
import { type PolicyStatus, statusName } from "./model.ts";
import type { PolicyRecord } from "./record.ts";

type Plain =
  | "termsId"
  | "product"
  | "status"
  | "statusSince"
  | "contractFormedOn"
  | "effectiveOn"
  | "maturesOn"
  | "lastReinstatedOn"
  | "sumInsured"
  | "premiumsPaid"
  | "cashValue"
  | "amountsOwed"
  | "exclusionsExplained";
/** A field that a record changes; "" where there is nothing, account numbers masked. `other:x` is the fact in column x. */
export interface PolicyChange {
  readonly field: Plain | "holder" | "beneficiaries" | "premium" | `other:${string}`;
  readonly from: string;
  readonly to: string;
}

interface Stored {
  readonly policy_id: PolicyId;
  readonly terms_id: string;
  readonly product: string;
  readonly status: PolicyStatus;
  readonly status_since: string;
  readonly contract_formed_on: string;
  readonly effective_on: string;
  readonly matures_on: string | null;
  readonly last_reinstated_on: string | null;
  readonly sum_insured: Cents | null;
  readonly premiums_paid: Cents | null;
  readonly cash_value: Cents | null;
  readonly amounts_owed: Cents | null;
  readonly exclusions_explained: boolean | null;
  readonly other_facts: Readonly<Record<string, unknown>>;
  readonly holder: string | null;
  readonly beneficiaries: string;
  readonly premium: string;
}
interface Update {
  readonly policyId: PolicyId;
  readonly record: PolicyRecord;
}

/** What each record would change in the policy that it is, by policy; to be asked before it is written. */
export const changesOf = async (
  context: Context,
  updates: readonly Update[],
): Promise<ReadonlyMap<PolicyId, readonly PolicyChange[]>> => {
  if (updates.length === 0) return new Map();
  const rows = updates.map(({ policyId, record }) => ({
    party_id: record.insured.partyId,
    policy_id: policyId,
  }));
  const columns = { party_id: "uuid", policy_id: "uuid" };
  const updated = await stage(context.tx, "updated_policy", columns, rows);
  const { rows: stored } = await sql<Stored>`
    select p.*, r.holder, r.beneficiaries, coalesce(d.premium, '') as premium
    from ${updated} u,
    lateral (select * from policy where party_id = u.party_id and policy_id = u.policy_id limit 1) p,
    lateral (select max(name) filter (where role = 'holder') as holder,
        coalesce(string_agg(concat_ws(' ', name, kinship, trim_scale(share)::text || '%', account_masked), '；' order by position)
          filter (where role = 'beneficiary'), '') as beneficiaries
      from policy_role where party_id = u.party_id and policy_id = u.policy_id) r
    left join lateral (select concat_ws(' ', (amount / 100.0)::numeric(18, 2)::text, due_on::text) as premium
      from premium_due where party_id = u.party_id and policy_id = u.policy_id
      order by due_on desc limit 1) d on true`.execute(context.tx);
  const byId = new Map(stored.map((row) => [row.policy_id, row]));
  return new Map(
    updates.map(({ policyId, record }) => {
      const row = byId.get(policyId);
      return [policyId, row ? compare(shownStored(row), shownRecord(record)) : []];
    }),
  );
};

type Shown = ReadonlyMap<PolicyChange["field"], string>;

const compare = (from: Shown, to: Shown): PolicyChange[] =>
  [...new Set([...from.keys(), ...to.keys()])].flatMap((field) => {
    const [before, after] = [from.get(field) ?? "", to.get(field) ?? ""];
    return before === after ? [] : [{ field, from: before, to: after }];
  });

const money = (amount: Cents | null): string => (amount === null ? "" : yuan(amount));
const yesNo = (value: boolean | null): string => (value === null ? "" : value ? "是" : "否");
const others = (facts: Readonly<Record<string, unknown>>): [PolicyChange["field"], string][] =>
  Object.entries(facts).map(([column, value]) => [`other:${column}`, String(value)]);

const shownStored = (row: Stored): Shown =>
  new Map<PolicyChange["field"], string>([
    ["termsId", row.terms_id],
    ["product", row.product],
    ["status", statusName[row.status].zh],
    ["statusSince", row.status_since],
    ["contractFormedOn", row.contract_formed_on],
    ["effectiveOn", row.effective_on],
    ["maturesOn", row.matures_on ?? ""],
    ["lastReinstatedOn", row.last_reinstated_on ?? ""],
    ["sumInsured", money(row.sum_insured)],
    ["premiumsPaid", money(row.premiums_paid)],
    ["cashValue", money(row.cash_value)],
    ["amountsOwed", money(row.amounts_owed)],
    ["exclusionsExplained", yesNo(row.exclusions_explained)],
    ["holder", row.holder ?? ""],
    ["beneficiaries", row.beneficiaries],
    ["premium", row.premium],
    ...others(row.other_facts),
  ]);

const shownRecord = (record: PolicyRecord): Shown =>
  new Map<PolicyChange["field"], string>([
    ["termsId", record.termsId],
    ["product", record.product],
    ["status", statusName[record.status].zh],
    ["statusSince", record.statusSince],
    ["contractFormedOn", record.contractFormedOn],
    ["effectiveOn", record.effectiveOn],
    ["maturesOn", record.maturesOn ?? ""],
    ["lastReinstatedOn", record.lastReinstatedOn ?? ""],
    ["sumInsured", money(record.sumInsured)],
    ["premiumsPaid", money(record.premiumsPaid)],
    ["cashValue", money(record.cashValue)],
    ["amountsOwed", money(record.amountsOwed)],
    ["exclusionsExplained", yesNo(record.exclusionsExplained)],
    ["holder", record.holder?.name ?? ""],
    ["beneficiaries", record.beneficiaries.map(beneficiary).join("；")],
    ["premium", premium(record)],
    ...others(record.otherFacts),
  ]);

const beneficiary = (one: PolicyRecord["beneficiaries"][number]): string =>
  [one.name, one.kinship, `${Number(one.share)}%`, one.account && mask.bankCard(one.account.number)]
    .filter((part) => part !== null)
    .join(" ");

/** The latest premium that the record tells of, as the latest on record is shown. */
const premium = ({ premium: given }: PolicyRecord): string => {
  const due = given?.nextDueOn ?? given?.lastPaidOn;
  return given && due ? `${yuan(given.amount)} ${due}` : "";
};
