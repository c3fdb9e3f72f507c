import { parse } from "yaml";
import { z } from "zod";
import type { Edition } from "../../terms/index.ts";
import { WARNING_FAMILY } from "./kinds.ts";

/** Where editions are found: the library of the installation, with those that the institution has signed itself. */
export interface ClockBook {
  list(): readonly Edition[];
}

/** The edition of a family in force on a day; null where there is none. */
export const editionOn = (book: ClockBook, family: string, day: string): Edition | null => {
  const inForce = book.list().filter(({ terms: { id, effective } }) => {
    const begun = effective.from === null || effective.from <= day;
    return id.startsWith(`${family}/`) && begun && (effective.to === null || day <= effective.to);
  });
  return (
    inForce.sort((a, b) => ((a.terms.effective.from ?? "") < (b.terms.effective.from ?? "") ? 1 : -1))[0] ??
    null
  );
};

const Document = z.looseObject({
  clauses: z.array(
    z.looseObject({ id: z.string(), promise: z.looseObject({ from: z.string() }).optional() }),
  ),
});
const starts = new WeakMap<Edition, ReadonlyMap<string, string>>();

/** What each promise of an edition runs from, as written: usually the name of a fact. */
export const promiseStarts = (edition: Edition): ReadonlyMap<string, string> => {
  const known = starts.get(edition);
  if (known) return known;
  const { clauses } = Document.parse(parse(edition.terms.text));
  const made = new Map(clauses.flatMap(({ id, promise }) => (promise ? [[id, promise.from] as const] : [])));
  starts.set(edition, made);
  return made;
};

const Values = z.looseObject({ 提前提醒工作日: z.coerce.number().int().min(0).max(250) });

/** How many working days before its end a clock is warned of, by the programme in force on a day; null where none says. */
export const warningDays = (book: ClockBook, lane: string, day: string): number | null => {
  const edition = editionOn(book, WARNING_FAMILY, day);
  const read = edition && Values.safeParse(edition.decide({ 时限名称: lane }).values);
  return read?.success ? read.data.提前提醒工作日 : null;
};
