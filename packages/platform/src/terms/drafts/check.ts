import { type CheckInput, check, type TermsProblem } from "@goodfaith/clauses";
import { stringify } from "yaml";
import type { Edition, TermsLibrary } from "../library.ts";

/** An edition cut down to what its neighbours are checked by: its name and its period. */
const stubOf = ({ terms: { id, title, kind, effective } }: Edition): CheckInput => ({
  file: id,
  text: stringify({
    terms: id,
    title,
    kind,
    effective: Object.fromEntries(Object.entries(effective).filter(([, day]) => day !== null)),
    facts: {},
    clauses: [],
  }),
});

/** Every edition in force, for the check of a draft here and in the page. */
export const neighboursOf = (library: TermsLibrary): CheckInput[] => library.list().map(stubOf);

const DRAFT = "草稿.yaml";

/** The errors of a draft: its own, and those it makes with the editions in force. Warnings are left to its readers. */
export const errorsOf = (library: TermsLibrary, text: string): readonly TermsProblem[] =>
  check([...neighboursOf(library), { file: DRAFT, text }]).filter(
    ({ file, severity }) => file === DRAFT && severity === "error",
  );
