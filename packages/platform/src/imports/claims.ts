import { sql } from "kysely";
import { vault } from "../access/index.ts";
import { openClaim } from "../claims/index.ts";
import { PartyId, PolicyId } from "../kernel/ids.ts";
import { Refused } from "../kernel/refusal.ts";
import { lookUp, policyBlind } from "../people/index.ts";
import type { Context } from "../store/index.ts";
import type { TermsLibrary } from "../terms/index.ts";
import { claimColumns as c, claimFactColumns } from "./claim-columns.ts";
import { type ClaimRow, readClaimFacts, readClaimRow } from "./claim-row.ts";
import type { Column } from "./column.ts";
import type { Importer, Outcome } from "./importer.ts";

const bad = (column: Column<unknown>, zh: string, en: string): Outcome => ({
  change: "bad",
  column,
  say: { zh, en },
});

/**
 * 报案导入: each row opens a case by the ordinary report. The same row again opens none; a row that changed is not taken,
 * because a case's facts are corrected on the case, with their evidence.
 */
export const claimsImporter = (library: TermsLibrary): Importer<ClaimRow> => {
  const facts = claimFactColumns(library);
  return {
    kind: "claims",
    title: { zh: "报案", en: "Claims" },
    columns: [...Object.values(c), ...facts] as readonly Column<unknown>[],
    examples: [],
    read: (row) => readClaimRow(row, facts),
    keys: (record) => [{ column: c.number, key: record.number.toUpperCase() }],
    merge: async (context, rows, { apply }) => {
      const outcomes: Outcome[] = [];
      for (const row of rows) outcomes.push(await mergeRow(context, row, library, apply));
      return outcomes;
    },
  };
};

const mergeRow = async (
  context: Context,
  row: ClaimRow,
  library: TermsLibrary,
  apply: boolean,
): Promise<Outcome> => {
  const found = await findPolicies(context, row);
  if ("change" in found) return found;
  const digest = vault.blind(
    "claim-record",
    JSON.stringify(row, (_, value) => (isColumn(value) ? value.name : value)),
  );
  const earlier = await context.tx
    .selectFrom("imported_claim")
    .select("digest")
    .where("party_id", "=", found.partyId)
    .where("number", "=", row.number)
    .executeTakeFirst();
  if (earlier)
    return earlier.digest.equals(digest)
      ? { change: "unchanged" }
      : bad(
          c.number,
          "这个报案已经立案，与上次导入的内容不同；请在案件页更正",
          "this claim is a case already and the row has changed; correct it on the case",
        );
  const facts = readClaimFacts(row, found.termsIds, library);
  if (!facts.ok) return { change: "bad", column: facts.column, say: facts.problem };
  return open(context, { row, found, facts: facts.facts, digest }, apply);
};

const isColumn = (value: unknown): value is Column<unknown> =>
  typeof value === "object" && value !== null && "guidance" in value;

interface FoundPolicies {
  readonly partyId: PartyId;
  readonly policyIds: readonly PolicyId[];
  readonly termsIds: readonly string[];
}

const findPolicies = async (context: Context, row: ClaimRow): Promise<FoundPolicies | Outcome> => {
  const blinds = row.policyNumbers.map(policyBlind);
  const owners = await lookUp(context, "policy", blinds);
  const missing = row.policyNumbers.filter((_, at) => !owners.has(blinds[at]?.toString("hex") ?? ""));
  if (missing.length > 0)
    return bad(
      c.policies,
      `系统里没有保单 ${missing.join("、")}，请先导入保单`,
      `no policy ${missing.join(", ")} here; import policies first`,
    );
  const [partyId, ...others] = new Set(owners.values());
  if (partyId === undefined || others.length > 0)
    return bad(
      c.policies,
      "这些保单不是同一位被保险人的，请分成几行",
      "these policies are of different insured; use a row for each",
    );
  const rows = await context.tx
    .selectFrom("policy")
    .select(["policy_id", "terms_id"])
    .where("party_id", "=", partyId)
    .where("number", "in", row.policyNumbers)
    .execute();
  if (rows.length < row.policyNumbers.length)
    return bad(c.policies, "保单号的写法与系统里的不同", "a policy number is written differently here");
  return {
    partyId: PartyId.parse(partyId),
    policyIds: rows.map((policy) => PolicyId.parse(policy.policy_id)),
    termsIds: rows.map((policy) => policy.terms_id),
  };
};

interface Opening {
  readonly row: ClaimRow;
  readonly found: FoundPolicies;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly digest: Buffer;
}

/** Opens the case; a try opens it too, and takes it back, so that whatever would refuse it is said. */
const open = async (
  context: Context,
  { row, found, facts, digest }: Opening,
  apply: boolean,
): Promise<Outcome> => {
  const { tx } = context;
  await sql`savepoint import_claim`.execute(tx);
  try {
    const { partyId } = found;
    const { reportedAt, eventKind, source } = row;
    const state = await openClaim(context, {
      partyId,
      policies: found.policyIds,
      facts,
      reportedAt,
      eventKind,
      source,
    });
    await tx
      .insertInto("imported_claim")
      .values({
        party_id: partyId,
        number: row.number,
        institution_id: context.actor.institutionId,
        case_id: state.caseId,
        digest,
      })
      .execute();
    if (!apply) await sql`rollback to savepoint import_claim`.execute(tx);
    return { change: "created" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await sql`rollback to savepoint import_claim`.execute(tx);
    return { change: "bad", column: c.number, say: error.refusal };
  }
};
