import { parse } from "yaml";
import { z } from "zod";

/** 须 令 付 …: what a line of a clause does. */
export type LineWord =
  | "instead"
  | "when"
  | "each"
  | "define"
  | "require"
  | "exclude"
  | "pay"
  | "upTo"
  | "cap"
  | "refer"
  | "promise"
  | "promiseDays"
  | "from"
  | "flag"
  | "points"
  | "step"
  | "gives"
  | "over";

/** One line of what runs: a word, perhaps a name that it gives, an expression, and words said beside it. */
export interface CodeLine {
  readonly word: LineWord;
  readonly name: string | null;
  readonly feel: string | null;
  /** A reason, a lane, the ids of clauses. */
  readonly say: string | null;
}
/** A table as it is written, cells and all. */
export interface WrittenTable {
  readonly on: readonly string[];
  readonly define: readonly string[];
  readonly hit: string;
  readonly rows: readonly (readonly string[])[];
}
export interface ClauseCode {
  readonly lines: readonly CodeLine[];
  readonly table: WrittenTable | null;
}

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.bigint()]).transform(String);
const Names = z.union([z.array(z.string()), z.string().transform((name) => [name])]);
const Clause = z.looseObject({
  id: z.string(),
  "instead of": z.string().optional(),
  when: Scalar.optional(),
  "for each": Scalar.optional(),
  define: z.record(z.string(), Scalar).optional(),
  table: z
    .object({
      define: Names,
      hit: z.string().default("unique"),
      on: z.union([z.array(Scalar), Scalar.transform((one) => [one])]),
      rows: z.array(z.array(Scalar)),
    })
    .optional(),
  require: Scalar.optional(),
  otherwise: z.string().optional(),
  exclude: Scalar.optional(),
  because: z.string().optional(),
  pay: Scalar.optional(),
  as: z.string().optional(),
  upTo: Scalar.optional(),
  cap: Scalar.optional(),
  refer: Scalar.optional(),
  promise: z
    .object({ lane: z.string(), within: z.union([Scalar, z.record(z.string(), Scalar)]), from: Scalar })
    .optional(),
  flag: Scalar.optional(),
  points: Scalar.optional(),
  step: z.object({ channel: z.string(), after: Scalar.optional() }).optional(),
  gives: Names.optional(),
  over: Names.optional(),
});
type Clause = z.infer<typeof Clause>;
const Document = z.looseObject({ clauses: z.array(z.unknown()) });

const line = (
  word: LineWord,
  feel: string | null | undefined,
  more: Partial<Pick<CodeLine, "name" | "say">> = {},
): CodeLine[] => (feel === undefined ? [] : [{ word, feel, name: more.name ?? null, say: more.say ?? null }]);

const says = (word: LineWord, say: string | undefined): CodeLine[] =>
  say === undefined ? [] : line(word, null, { say });

const promised = (promise: Clause["promise"]): CodeLine[] => {
  if (!promise) return [];
  const { lane: name, within, from } = promise;
  const by =
    typeof within === "string"
      ? line("promise", within, { name })
      : line("promiseDays", within["working days"], { name });
  return [...by, ...line("from", from)];
};

const linesOf = (clause: Clause): CodeLine[] => [
  ...says("instead", clause["instead of"]),
  ...line("when", clause.when),
  ...line("each", clause["for each"]),
  ...Object.entries(clause.define ?? {}).flatMap(([name, feel]) => line("define", feel, { name })),
  ...line("require", clause.require, { say: clause.otherwise ?? null }),
  ...line("exclude", clause.exclude, { say: clause.because ?? null }),
  ...line("refer", clause.refer, { say: clause.because ?? null }),
  ...line("pay", clause.pay, { name: clause.as ?? null }),
  ...line("upTo", clause.upTo),
  ...line("cap", clause.cap),
  ...promised(clause.promise),
  ...line("flag", clause.flag, { name: clause.as ?? null }),
  ...line("points", clause.points),
  ...(clause.step ? line("step", clause.step.after ?? null, { name: clause.step.channel }) : []),
  ...says("gives", clause.gives?.join("、")),
  ...says("over", clause.over?.join("、")),
];

/** What runs beneath each clause, by its id, as the document writes it. */
export const codeOf = (source: string): ReadonlyMap<string, ClauseCode> =>
  new Map(
    Document.parse(parse(source)).clauses.flatMap((raw): [string, ClauseCode][] => {
      const clause = Clause.safeParse(raw).data;
      return clause ? [[clause.id, { lines: linesOf(clause), table: clause.table ?? null }]] : [];
    }),
  );
