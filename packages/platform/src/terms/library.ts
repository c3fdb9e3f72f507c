import {
  type ClauseDescription,
  compile,
  type Decide,
  describeClauses,
  describeFacts,
  type FactDescription,
  readTerms,
  type Terms,
} from "@goodfaith/clauses";
import { parse } from "yaml";
import { z } from "zod";
import { type Refusal, Refused, refuse } from "../kernel/refusal.ts";
import { readTermsFiles, type TermsFile, termsFolder } from "./folder.ts";
import { remembering } from "./memo.ts";
import { type Probe, probeOf } from "./probe.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";

/** 签发: the two who signed an edition of the institution's own, and when. */
export interface Signing {
  readonly at: Date;
  readonly by: readonly [string, string];
}

/** 一版条款: one document, read and compiled once. */
export interface Edition {
  readonly terms: Terms;
  /** Remembers its last decisions. */
  readonly decide: Decide;
  /** Computes anew, for comparing. */
  readonly decideAfresh: Decide;
  /** Which clauses apply, for pages. */
  readonly probe: Probe;
  readonly facts: readonly FactDescription[];
  readonly clauses: readonly ClauseDescription[];
  /** The folder it stands in (`life`, `programmes` …); empty for an edition kept in the database only. */
  readonly folder: string;
  readonly examples: number;
  /** Null for the documents of the folder, which the installation brings. */
  readonly signing: Signing | null;
}

export interface TermsLibrary {
  /** The edition, or null where there is none. */
  get(id: string): Edition | null;
  /** The edition. @throws Refused `terms.unknown` */
  need(id: string): Edition;
  /** The decision function, compiled once. @throws Refused `terms.unknown` */
  compile(id: string): Decide;
  list(): readonly Edition[];
  readonly vocabulary: Vocabulary;
}

const Examples = z.object({ examples: z.array(z.unknown()).default([]) });

/** Reads and compiles one document. @throws TermsError with every error */
export const editionOf = ({ file, text }: TermsFile): Edition => {
  const terms = readTerms(text, { file });
  const decideAfresh = compile(terms);
  return {
    terms,
    decide: remembering(terms.digest, decideAfresh),
    decideAfresh,
    probe: probeOf(terms),
    facts: describeFacts(terms),
    clauses: describeClauses(terms),
    folder: file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "",
    examples: Examples.parse(parse(terms.text)).examples.length,
    signing: null,
  };
};

export const unknownTerms = (id: string): Refusal =>
  refuse(
    "missing",
    "terms.unknown",
    { zh: `没有这份条款：${id}。`, en: `There is no terms document ${id}.` },
    { terms: id },
  );

/** Reads every document of a folder; two that bear one id are an error. @throws TermsError, Error */
export const openLibrary = (folder: string): TermsLibrary => {
  const editions = new Map<string, Edition>();
  for (const file of readTermsFiles(folder)) {
    const edition = editionOf(file);
    if (editions.has(edition.terms.id))
      throw new Error(
        `${file.file}: ${edition.terms.id} stands in two files; give the new one a new edition`,
      );
    editions.set(edition.terms.id, edition);
  }
  const vocabulary = readVocabulary(folder);
  const need = (id: string): Edition => {
    const edition = editions.get(id);
    if (!edition) throw new Refused(unknownTerms(id));
    return edition;
  };
  return {
    get: (id) => editions.get(id) ?? null,
    need,
    compile: (id) => need(id).decide,
    list: () => [...editions.values()],
    vocabulary,
  };
};

let opened: TermsLibrary | undefined;
const library = (): TermsLibrary => {
  opened ??= openLibrary(termsFolder());
  return opened;
};

/** The documents of this process, read at the first use. */
export const terms: TermsLibrary = {
  get: (id) => library().get(id),
  need: (id) => library().need(id),
  compile: (id) => library().compile(id),
  list: () => library().list(),
  get vocabulary() {
    return library().vocabulary;
  },
};
