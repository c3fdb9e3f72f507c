import { sql } from "kysely";
import { vault } from "../access/index.ts";
import { openClaim, openClaims } from "../claims/index.ts";
import { type CaseId, type PartyId, PolicyId } from "../kernel/ids.ts";
import { isRefusal, Refused } from "../kernel/refusal.ts";
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
    merge: (context, rows, { apply }) => mergeRows(context, rows, library, apply),
  };
};

/** A row that names policies of one insured, with its facts read. */
interface Ready {
  readonly at: number;
  readonly row: ClaimRow;
  readonly found: FoundPolicies;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly digest: Buffer;
}

const mergeRows = async (
  context: Context,
  rows: readonly ClaimRow[],
  library: TermsLibrary,
  apply: boolean,
): Promise<Outcome[]> => {
  const found = await findPolicies(context, rows);
  const earlier = await digestsOf(context, rows, found);
  const outcomes: (Outcome | undefined)[] = rows.map(() => undefined);
  const ready: Ready[] = [];
  for (const [at, row] of rows.entries()) {
    const one = found[at];
    if (!one || "change" in one) {
      outcomes[at] = one;
      continue;
    }
    const checked = readyOf(at, row, one, { library, earlier });
    if ("change" in checked) outcomes[at] = checked;
    else ready.push(checked);
  }
  const isDeath = ({ row, facts }: Ready): boolean => row.eventKind === "death" || facts.身故 === true;
  for (const one of ready.filter(isDeath)) outcomes[one.at] = await openOne(context, one, apply);
  const many = ready.filter((one) => !isDeath(one));
  for (const [n, outcome] of (await openMany(context, many, apply)).entries()) {
    const one = many[n];
    if (one) outcomes[one.at] = outcome;
  }
  return outcomes.map((outcome) => {
    if (!outcome) throw new Error("every good row has an outcome");
    return outcome;
  });
};

const readyOf = (
  at: number,
  row: ClaimRow,
  found: FoundPolicies,
  { library, earlier }: { readonly library: TermsLibrary; readonly earlier: ReadonlyMap<string, Buffer> },
): Ready | Outcome => {
  const digest = vault.blind(
    "claim-record",
    JSON.stringify(row, (_, value) =>
      isColumn(value) ? value.name : typeof value === "bigint" ? value.toString() : value,
    ),
  );
  const before = earlier.get(`${found.partyId} ${row.number}`);
  if (before)
    return before.equals(digest)
      ? { change: "unchanged" }
      : bad(
          c.number,
          "这个报案已经立案，与上次导入的内容不同；请在案件页更正",
          "this claim is a case already and the row has changed; correct it on the case",
        );
  const facts = readClaimFacts(row, found.termsIds, library);
  if (!facts.ok) return { change: "bad", column: facts.column, say: facts.problem };
  return { at, row, found, facts: facts.facts, digest };
};

const isColumn = (value: unknown): value is Column<unknown> =>
  typeof value === "object" && value !== null && "guidance" in value;

/** What earlier imports made of claims of these numbers, by party and number. */
const digestsOf = async (
  { tx }: Context,
  rows: readonly ClaimRow[],
  found: readonly (FoundPolicies | Outcome)[],
): Promise<ReadonlyMap<string, Buffer>> => {
  const parties = found.flatMap((one) => ("partyId" in one ? [one.partyId] : []));
  if (parties.length === 0) return new Map();
  const stored = await tx
    .selectFrom("imported_claim")
    .select(["party_id", "number", "digest"])
    .where(sql<boolean>`party_id = any(${[...new Set(parties)]}::uuid[])`)
    .where(sql<boolean>`number = any(${rows.map(({ number }) => number)}::text[])`)
    .execute();
  return new Map(stored.map(({ party_id, number, digest }) => [`${party_id} ${number}`, digest]));
};

interface FoundPolicies {
  readonly partyId: PartyId;
  readonly policyIds: readonly PolicyId[];
  readonly termsIds: readonly string[];
}

/** Whose policies each row names, in two statements however many rows there are. */
const findPolicies = async (
  context: Context,
  rows: readonly ClaimRow[],
): Promise<(FoundPolicies | Outcome)[]> => {
  const blinds = new Map(rows.flatMap((row) => row.policyNumbers).map((one) => [one, policyBlind(one)]));
  const owners = await lookUp(context, "policy", [...blinds.values()]);
  const ownerOf = (number: string): PartyId | undefined =>
    owners.get(blinds.get(number)?.toString("hex") ?? "");
  const stored = await policiesOf(context, [...new Set(owners.values())], [...blinds.keys()]);
  return rows.map((row) => {
    const missing = row.policyNumbers.filter((number) => ownerOf(number) === undefined);
    if (missing.length > 0)
      return bad(
        c.policies,
        `系统里没有保单 ${missing.join("、")}，请先导入保单`,
        `no policy ${missing.join(", ")} here; import policies first`,
      );
    const [partyId, ...others] = new Set(row.policyNumbers.map(ownerOf));
    if (partyId === undefined || others.length > 0)
      return bad(
        c.policies,
        "这些保单不是同一位被保险人的，请分成几行",
        "these policies are of different insured; use a row for each",
      );
    const policies = row.policyNumbers.flatMap((number) => stored.get(`${partyId} ${number}`) ?? []);
    if (policies.length < row.policyNumbers.length)
      return bad(c.policies, "保单号的写法与系统里的不同", "a policy number is written differently here");
    return {
      partyId,
      policyIds: policies.map(({ policyId }) => policyId),
      termsIds: policies.map(({ termsId }) => termsId),
    };
  });
};

const policiesOf = async ({ tx }: Context, parties: readonly PartyId[], numbers: readonly string[]) => {
  if (parties.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom("policy")
    .select(["party_id", "policy_id", "number", "terms_id"])
    .where(sql<boolean>`party_id = any(${[...parties]}::uuid[])`)
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.party_id} ${row.number}`,
      { policyId: PolicyId.parse(row.policy_id), termsId: row.terms_id },
    ]),
  );
};

const inputOf = ({ row, found, facts }: Ready) => ({
  partyId: found.partyId,
  policies: found.policyIds,
  facts,
  reportedAt: row.reportedAt,
  eventKind: row.eventKind,
  source: row.source,
  paid: row.paid,
});

const openMany = async (context: Context, many: readonly Ready[], apply: boolean): Promise<Outcome[]> => {
  const results = await openClaims(context, many.map(inputOf), { apply });
  const opened = results.flatMap((result, n) => {
    const one = many[n];
    return one && !isRefusal(result) ? [{ ...one, caseId: result.caseId }] : [];
  });
  if (apply) await noteImported(context, opened);
  return results.map((result) =>
    isRefusal(result) ? { change: "bad", column: c.number, say: result } : { change: "created" },
  );
};

const noteImported = async (
  context: Context,
  opened: readonly (Ready & { readonly caseId: CaseId })[],
): Promise<void> => {
  if (opened.length === 0) return;
  await context.tx
    .insertInto("imported_claim")
    .values(
      opened.map(({ found, row, caseId, digest }) => ({
        party_id: found.partyId,
        number: row.number,
        institution_id: context.actor.institutionId,
        case_id: caseId,
        digest,
      })),
    )
    .execute();
};

/** Opens a death's case by itself; a try opens it too, and takes it back, so that whatever would refuse it is said. */
const openOne = async (context: Context, ready: Ready, apply: boolean): Promise<Outcome> => {
  if (ready.row.paid !== null)
    return bad(
      c.paidAmount,
      "身故案件的历史给付暂不能随表导入，请留空",
      "what was paid on a death is not taken by table; leave it blank",
    );
  const { tx } = context;
  await sql`savepoint import_claim`.execute(tx);
  try {
    const { caseId } = await openClaim(context, inputOf(ready));
    await noteImported(context, [{ ...ready, caseId }]);
    if (!apply) await sql`rollback to savepoint import_claim`.execute(tx);
    return { change: "created" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await sql`rollback to savepoint import_claim`.execute(tx);
    return { change: "bad", column: c.number, say: error.refusal };
  }
};
