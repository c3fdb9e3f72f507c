import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** What a fact is about: the contract, the person, what happened, or the handling of the claim. */
export type Subject = "policy" | "party" | "event" | "claim";

const Document = z.object({
  facts: z.record(
    z.string(),
    z.object({
      column: z.string().regex(/^[a-z][a-z0-9_]*$/),
      type: z.unknown(),
      subject: z.enum(["policy", "party", "event", "claim"]),
      meaning: z.string(),
      from: z.string(),
      optional: z.boolean().default(false),
    }),
  ),
});

export interface Word {
  readonly column: string;
  readonly subject: Subject;
  readonly meaning: string;
  /** Which record usually proves it, in the words that clauses use. */
  readonly from: string;
  readonly optional: boolean;
}

/** 词汇表: every fact that clauses read, by its Chinese name. */
export type Vocabulary = ReadonlyMap<string, Word>;

/** Reads `vocabulary.yaml`; throws where it is missing or is not what it should be. */
export const readVocabulary = (folder: string): Vocabulary => {
  const { facts } = Document.parse(parse(readFileSync(join(folder, "vocabulary.yaml"), "utf8")));
  return new Map(
    Object.entries(facts).map(([name, { column, subject, meaning, from, optional }]) => [
      name,
      { column, subject, meaning, from, optional },
    ]),
  );
};
