import type { z } from "zod";
import { readLink, viewOf } from "../core/index.ts";
import { PartyId, type PolicyId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import type { Context, StaffActor } from "../store/index.ts";
import type { PolicyView } from "./contract.ts";
import { mayAsk } from "./endorsements/model.ts";
import { endorsementsOf, type StoredEndorsement } from "./endorsements/store.ts";
import { summary, yuanOf } from "./list.ts";
import { readHistory } from "./read.ts";
import { noPolicy } from "./refusals.ts";
import { endorsementLine, entryLine, lent, premiumLine, statusLines } from "./timeline.ts";

interface Of {
  readonly partyId: PartyId;
  readonly policyId: PolicyId;
}
type Staff = Context<StaffActor>;

const rowsOf = async ({ tx }: Staff, { partyId, policyId }: Of) => {
  const [roles, premiums, entries] = [
    await tx
      .selectFrom("policy_role")
      .select(["role", "other_party_id", "name", "kinship", "share", "bank", "account_masked"])
      .where("party_id", "=", partyId)
      .where("policy_id", "=", policyId)
      .orderBy("role", "desc")
      .orderBy("position")
      .execute(),
    await tx
      .selectFrom("premium_due")
      .select(["due_on", "amount", "paid_on"])
      .where("party_id", "=", partyId)
      .where("policy_id", "=", policyId)
      .orderBy("due_on", "desc")
      .execute(),
    await tx
      .selectFrom("policy_entry")
      .select(["kind", "name", "on_day", "until_day", "amount", "rate"])
      .where("party_id", "=", partyId)
      .where("policy_id", "=", policyId)
      .orderBy("on_day", "desc")
      .orderBy("kind")
      .orderBy("name")
      .execute(),
  ];
  return { roles, premiums, entries };
};

const people = (roles: Awaited<ReturnType<typeof rowsOf>>["roles"]) =>
  roles.map((row) => ({
    role: row.role,
    partyId: PartyId.parse(row.other_party_id),
    name: row.name,
    kinship: row.kinship,
    share: row.share === null ? null : `${Number(row.share)}%`,
    accountMasked: row.account_masked === null ? null : `${row.bank ?? ""} ${row.account_masked}`.trim(),
  }));

const open = ({ instruction: { status } }: StoredEndorsement): boolean =>
  status === "requested" || status === "acknowledged";

/** One policy with its people, money, endorsements and one time line, newest first. @throws Refused `policies.no-policy` */
export const readView = async (context: Staff, of: Of): Promise<z.output<typeof PolicyView>> => {
  const row = await context.tx
    .selectFrom("policy as p")
    .innerJoin("party as i", "i.party_id", "p.party_id")
    .selectAll("p")
    .select("i.name as insured")
    .where("p.party_id", "=", of.partyId)
    .where("p.policy_id", "=", of.policyId)
    .executeTakeFirst();
  if (!row) throw noPolicy(of.policyId);
  const { roles, premiums, entries } = await rowsOf(context, of);
  const history = await readHistory(context.tx, of.partyId, of.policyId);
  const endorsements = await endorsementsOf(context.tx, of);
  const { mode } = await readLink(context);
  const names = { name: row.insured, policyNumber: row.number };
  const timeline = [
    ...endorsements.map(endorsementLine),
    ...statusLines(history, row.effective_on).reverse(),
    ...premiums.map(premiumLine),
    ...entries.map(entryLine),
  ];
  return {
    ...summary(row, row.insured),
    formed: row.contract_formed_on,
    reinstated: row.last_reinstated_on,
    premiumsPaid: yuanOf(row.premiums_paid),
    cashValue: yuanOf(row.cash_value),
    owed: yuanOf(row.amounts_owed),
    people: people(roles),
    premiums: premiums.map((one) => ({
      due: one.due_on,
      amount: yuan(cents(one.amount)),
      paid: one.paid_on,
    })),
    entries: entries.map((one) => ({
      kind: one.kind,
      name: one.name,
      on: one.on_day,
      until: one.until_day,
      amount: yuan(cents(one.amount)),
      rate: one.rate,
    })),
    lent: yuanOf(lent(entries)),
    endorsements: endorsements.map(({ endorsementId, kind, effective, note, instruction }) => ({
      endorsementId,
      kind,
      effective,
      note,
      instruction: viewOf(instruction, names, mode, context.actor),
    })),
    mayAsk: mayAsk(
      row.status,
      endorsements.filter(open).map(({ kind }) => kind),
    ),
    timeline: timeline.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  };
};
