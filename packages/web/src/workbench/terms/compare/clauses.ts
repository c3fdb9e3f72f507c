import { diffWords } from "diff";
import { parse } from "yaml";
import { z } from "zod";
import { type ClauseDescription, describeClauses, describeFacts, readTerms } from "../engine.ts";
import { type ClauseCode, codeOf } from "../lines.ts";

/** A run of words: in both editions, only in the first (taken out), or only in the second (put in). */
export interface WordRun {
  readonly from: number;
  readonly text: string;
  readonly kind: "same" | "out" | "in";
}
export type Change = "added" | "removed" | "changed" | "same";
export interface ClauseDiff {
  readonly id: string;
  readonly change: Change;
  readonly wording: readonly WordRun[];
  readonly effect: readonly WordRun[];
}
export interface FactDiff {
  readonly name: string;
  readonly change: Change;
  readonly before: string | null;
  readonly after: string | null;
}
export interface HeadDiff {
  readonly key: "title" | "effective" | "governs" | "rounding" | "source";
  readonly words: readonly WordRun[];
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Texts that share less than this part of the longer one are no two wordings of one thing. */
const KINSHIP = 0.4;

type Piece = Omit<WordRun, "from">;
const placed = (pieces: readonly Piece[]): WordRun[] => {
  let from = 0;
  return pieces.map((piece) => {
    const run = { ...piece, from };
    from += piece.text.length;
    return run;
  });
};

/**
 * Two texts word by word; Chinese is cut into words by the browser's own dictionary. Where hardly a word is the same the
 * one is put whole for the other: scattered words in common would say nothing.
 */
export const wordRuns = (before: string, after: string): WordRun[] => {
  const pieces = diffWords(before, after, { intlSegmenter: segmenter }).map(
    ({ value, added, removed }): Piece => ({ text: value, kind: added ? "in" : removed ? "out" : "same" }),
  );
  const common = pieces.reduce((sum, { text, kind }) => sum + (kind === "same" ? text.length : 0), 0);
  if (common >= KINSHIP * Math.max(before.length, after.length)) return placed(pieces);
  const whole: readonly Piece[] = [
    { text: before, kind: "out" },
    { text: after, kind: "in" },
  ];
  return placed(whole.filter(({ text }) => text !== ""));
};

const tableText = (code: ClauseCode | undefined): string =>
  code?.table
    ? `\n${[[...code.table.on, "→", ...code.table.define], ...code.table.rows]
        .map((row) => row.join(" ｜ "))
        .join("\n")}`
    : "";

/** What runs, as one text: guard, exception, effect, and a table's every cell. */
const effectText = (clause: ClauseDescription, code: ClauseCode | undefined): string =>
  [
    clause.insteadOf === null ? "" : `代替 ${clause.insteadOf}`,
    clause.when === null ? "" : `当 ${clause.when}`,
    `${clause.effect}${tableText(code)}`,
    clause.over === null ? "" : `只管 ${clause.over.join("、")}`,
  ]
    .filter(Boolean)
    .join("；");

interface Read {
  readonly text: string;
  readonly effect: string;
}
const readClauses = (source: string): ReadonlyMap<string, Read> => {
  const code = codeOf(source);
  return new Map(
    describeClauses(readTerms(source)).map((clause) => [
      clause.id,
      { text: clause.text, effect: effectText(clause, code.get(clause.id)) },
    ]),
  );
};

/** All names of both, in the second's order, with what only the first has where it stood. */
const together = (before: readonly string[], after: readonly string[]): string[] => {
  const all = [...after];
  before.forEach((id, at) => {
    if (all.includes(id)) return;
    const place = all.indexOf(before[at - 1] ?? "") + 1;
    all.splice(place, 0, id);
  });
  return all;
};

const changeOf = (before: unknown, after: unknown, same: boolean): Change =>
  before === undefined ? "added" : after === undefined ? "removed" : same ? "same" : "changed";

/** Clauses by their id: added, removed, changed in words or in effect, or the same. */
export const clauseDiffs = (before: string, after: string): ClauseDiff[] => {
  const [a, b] = [readClauses(before), readClauses(after)];
  return together([...a.keys()], [...b.keys()]).map((id) => {
    const [one, two] = [a.get(id), b.get(id)];
    return {
      id,
      change: changeOf(one, two, one?.text === two?.text && one?.effect === two?.effect),
      wording: wordRuns(one?.text ?? "", two?.text ?? ""),
      effect: wordRuns(one?.effect ?? "", two?.effect ?? ""),
    };
  });
};

type Fact = ReturnType<typeof describeFacts>[number];
const factText = (fact: Fact): string =>
  [
    fact.options ? fact.options.join("、") : fact.type,
    fact.elements ? `[${fact.elements.map((one) => `${one.name} ${factText(one)}`).join("，")}]` : "",
    fact.min === null ? "" : `≥ ${fact.min}`,
    fact.max === null ? "" : `≤ ${fact.max}`,
    fact.optional ? "?" : "",
    fact.ask ?? "",
  ]
    .filter(Boolean)
    .join(" ");

/** Facts that are not declared alike. */
export const factDiffs = (before: string, after: string): FactDiff[] => {
  const read = (source: string): ReadonlyMap<string, string> =>
    new Map(describeFacts(readTerms(source)).map((fact) => [fact.name, factText(fact)]));
  const [a, b] = [read(before), read(after)];
  return together([...a.keys()], [...b.keys()]).flatMap((name) => {
    const [one, two] = [a.get(name), b.get(name)];
    const change = changeOf(one, two, one === two);
    return change === "same" ? [] : [{ name, change, before: one ?? null, after: two ?? null }];
  });
};

const Rounding = z.looseObject({ rounding: z.string().default("half-up") });

/** What differs in what a document says of itself. */
export const headDiffs = (before: string, after: string): HeadDiff[] => {
  const read = (source: string) => {
    const { title, effective, governs, source: origin } = readTerms(source);
    const { rounding } = Rounding.parse(parse(source));
    const period = `${effective.from ?? "…"} – ${effective.to ?? "…"}`;
    return { title, effective: period, governs: governs ?? "", rounding, source: origin ?? "" };
  };
  const [a, b] = [read(before), read(after)];
  const keys = ["title", "effective", "governs", "rounding", "source"] as const;
  return keys.flatMap((key) => (a[key] === b[key] ? [] : [{ key, words: wordRuns(a[key], b[key]) }]));
};
