import type { PartyId } from "../../kernel/ids.ts";
import { never } from "../../kernel/never.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { PartyTable } from "../tables.ts";

/** What the rules need to know of a record. */
export interface JoinRecord {
  readonly partyId: PartyId;
  readonly kind: PartyTable["kind"];
  /** Blind indexes of the document numbers on record, in hex. */
  readonly numbers: readonly string[];
}
/** A verdict that stands: `party` was found to be the same person's as `other`, or another's. */
export interface Standing {
  readonly verdict: "same" | "different";
  readonly party: PartyId;
  readonly other: PartyId;
}
export interface VerdictCommand {
  readonly verdict: "same" | "different";
  readonly party: PartyId;
  readonly other: PartyId;
}

/** Follows `same` from record to record to the one that all are shown under. */
export const mainOf = (standing: readonly Standing[], partyId: PartyId): PartyId => {
  let at = partyId;
  // No record is joined twice and no join closes a circle, so the way ends; the bound keeps a broken table from hanging us.
  for (let steps = 0; steps <= standing.length; steps += 1) {
    const next = standing.find(({ verdict, party }) => verdict === "same" && party === at);
    if (!next) return at;
    at = next.other;
  }
  throw new Error(`the joins of ${partyId} go round in a circle`);
};

/** What to write: which record is found to be the same as, or different from, which. Mains, for a join. */
export type Found = VerdictCommand;

const no = (code: string, zh: string, en: string): Refusal =>
  refuse("conflict", `people.${code}`, { zh, en });

/**
 * Whether two records may be found to be one person's, or two people's. Pure; `records` are all those shown with either of
 * the two, and `standing` every verdict between them. Whatever was joined before moves along with its main record.
 */
export const decideVerdict = (
  command: VerdictCommand,
  records: readonly JoinRecord[],
  standing: readonly Standing[],
): Found | Refusal => {
  const from = mainOf(standing, command.party);
  const into = mainOf(standing, command.other);
  if (command.party === command.other)
    return no(
      "join-self",
      "这是同一份档案，请选择另一份。",
      "This is one and the same record; choose another.",
    );
  if (from === into)
    return command.verdict === "same"
      ? no("join-already", "这两份档案已经合并显示。", "These two records are shown together already.")
      : no(
          "join-undo-first",
          "这两份档案已合并显示；如确为两人，请先撤销合并。",
          "These two records are shown together; undo that first if they are two people's.",
        );
  switch (command.verdict) {
    case "different":
      return command;
    case "same":
      return mayJoin(records, standing, from, into) ?? { verdict: "same", party: from, other: into };
    default:
      return never(command.verdict);
  }
};

const mayJoin = (
  records: readonly JoinRecord[],
  standing: readonly Standing[],
  from: PartyId,
  into: PartyId,
): Refusal | null => {
  const shownUnder = (main: PartyId) => records.filter(({ partyId }) => mainOf(standing, partyId) === main);
  const [left, right] = [shownUnder(from), shownUnder(into)];
  if (left[0] && right[0] && left[0].kind !== right[0].kind)
    return no(
      "join-kinds",
      "个人、农户、养殖场、企业是不同的当事人，不能合并。",
      "A person, a household, a farm and a company are different parties and cannot be joined.",
    );
  const numbers = new Set(left.flatMap((one) => one.numbers));
  const others = right.flatMap((one) => one.numbers);
  if (numbers.size > 0 && others.length > 0 && !others.some((number) => numbers.has(number)))
    return no(
      "join-numbers",
      "两份档案的证件号码不同，不能合并。若其中一个登记有误，请先更正证件号码。",
      "The two records have different document numbers and cannot be joined. If one is wrong, correct it first.",
    );
  const apart = standing.some(
    ({ verdict, party, other }) =>
      verdict === "different" &&
      new Set([mainOf(standing, party), mainOf(standing, other)]).size === 2 &&
      [from, into].includes(mainOf(standing, party)) &&
      [from, into].includes(mainOf(standing, other)),
  );
  return apart
    ? no(
        "join-marked",
        "这两份档案已被认定为不同客户；如认定有误，请先撤销该认定。",
        "These two records were found to be two people's; undo that first if it was wrong.",
      )
    : null;
};
