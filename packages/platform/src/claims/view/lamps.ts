import type { ClauseDescription, Decision } from "@goodfaith/clauses";
import type { Edition, Probed } from "../../terms/index.ts";
import type { FactsJson } from "../facts/gather.ts";

export type Lamp = "certain" | "depends" | "off";

/** A clause with what lights its lamp. */
export interface Lit {
  readonly clause: ClauseDescription;
  readonly probed: Probed;
  readonly lamp: Lamp;
  /** The exception that certainly stands in its place. */
  readonly replacedBy: string | null;
}

/** Certain of several: false where one is false, open where one is open. */
const all = (parts: readonly (boolean | null)[]): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;

interface Reading {
  readonly clauses: ReadonlyMap<string, ClauseDescription>;
  readonly probed: ReadonlyMap<string, Probed>;
}
const nothing: Probed = { guard: true, condition: null, names: {}, reads: "" };

/** Whether a clause's guard holds, and that of every clause that it is an exception to. */
const guardHolds = ({ clauses, probed }: Reading, clause: ClauseDescription): boolean | null => {
  const base = clause.insteadOf === null ? undefined : clauses.get(clause.insteadOf);
  const own = probed.get(clause.id)?.guard ?? null;
  return base ? all([own, guardHolds({ clauses, probed }, base)]) : own;
};

/** The exceptions to a clause that hold, or may hold. */
const exceptions = (reading: Reading, clause: ClauseDescription) =>
  [...reading.clauses.values()]
    .filter(({ insteadOf }) => insteadOf === clause.id)
    .map((exception) => ({ id: exception.id, holds: guardHolds(reading, exception) }))
    .filter(({ holds }) => holds !== false);

const conditional = (kind: ClauseDescription["kind"], condition: boolean | null): Lamp => {
  if (condition === null) return "depends";
  // A condition that is met lights; an exclusion that did not occur is out.
  return kind === "require" || condition ? "certain" : "off";
};

const benefitOpen = (decision: Decision, id: string): boolean =>
  decision.benefits.some(({ clause, least, most }) => clause === id && least !== most);

const light = (reading: Reading, decision: Decision, clause: ClauseDescription): Omit<Lit, "clause"> => {
  const probed = reading.probed.get(clause.id) ?? nothing;
  const holds = guardHolds(reading, clause);
  const instead = exceptions(reading, clause);
  const replacedBy = holds === true ? (instead.find((one) => one.holds === true)?.id ?? null) : null;
  const lit = (lamp: Lamp) => ({ probed, lamp, replacedBy });
  if (holds === false || replacedBy !== null) return lit("off");
  if (clause.kind === "pay" && decision.outcome === "decline") return lit("off");
  if (holds === null || instead.length > 0) return lit("depends");
  switch (clause.kind) {
    case "require":
    case "exclude":
    case "refer":
      return lit(conditional(clause.kind, probed.condition));
    case "pay":
      return lit(benefitOpen(decision, clause.id) ? "depends" : "certain");
    case "define":
    case "table":
      return lit(
        Object.values(probed.names).some((json) => json === null || typeof json === "object")
          ? "depends"
          : "certain",
      );
    default:
      return lit("certain");
  }
};

const defines = ({ kind }: ClauseDescription): boolean => kind === "define" || kind === "table";

/** Definitions that a lit clause reads, directly or through others; the others have no part in this decision. */
const readNames = (lits: readonly Lit[]): ReadonlySet<string> => {
  const read = new Set<string>();
  const definitions = lits.filter(({ clause }) => defines(clause));
  let texts = lits
    .filter(({ clause, lamp }) => !defines(clause) && lamp !== "off")
    .map(({ probed }) => probed.reads);
  while (texts.length > 0) {
    const found = definitions.filter(
      ({ clause, probed }) =>
        !read.has(clause.id) &&
        Object.keys(probed.names).some((name) => texts.some((text) => text.includes(name))),
    );
    for (const { clause } of found) read.add(clause.id);
    texts = found.map(({ probed }) => probed.reads);
  }
  return read;
};

/** Nothing open matters to a settled decision; to an open one an open definition does only where something asked hangs on it. */
const matters = ({ clause }: Lit, { settled }: Decision, asked: ReadonlySet<string>): boolean =>
  !settled && (!defines(clause) || asked.has(clause.id));

/** The clauses of a document in their order, each lit by what is known. */
export const litClauses = (edition: Edition, decision: Decision, facts: FactsJson): readonly Lit[] => {
  const reading: Reading = {
    clauses: new Map(edition.clauses.map((clause) => [clause.id, clause])),
    probed: edition.probe(facts),
  };
  const lits = edition.clauses.map((clause): Lit => ({ clause, ...light(reading, decision, clause) }));
  const read = readNames(lits);
  const asked = new Set(decision.asks.flatMap(({ clauses }) => clauses));
  return lits.map((lit) => {
    const unread = defines(lit.clause) && !read.has(lit.clause.id);
    return unread || (lit.lamp === "depends" && !matters(lit, decision, asked))
      ? { ...lit, lamp: "off" }
      : lit;
  });
};
