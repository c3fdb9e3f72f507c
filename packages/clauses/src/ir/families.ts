/** A clause and its exceptions are one family: an exception stands in its base's place, in `over` too. */
import type { Clause } from "../terms/model.ts";
import { definedNames, namesRead, type Resolved } from "../terms/resolve.ts";

export class Families {
  private readonly resolved: Resolved;

  constructor(resolved: Resolved) {
    this.resolved = resolved;
  }

  /** The base that a clause finally stands for: itself where it is no exception. */
  root(clause: Clause): Clause {
    let c = clause;
    for (let i = 0; i < this.resolved.clauses.size; i++) {
      const base = c.insteadOf === null ? undefined : this.resolved.clauses.get(c.insteadOf);
      if (base === undefined) return c;
      c = base;
    }
    return c;
  }

  /** The roots of all benefits, in document order. */
  benefits(): readonly Clause[] {
    return this.rootsWith("pay");
  }

  /** The roots of all limits, in document order: an exception limits in its base's place, whatever its base does. */
  caps(): readonly Clause[] {
    return this.rootsWith("cap");
  }

  private rootsWith(kind: Clause["effect"]["kind"]): readonly Clause[] {
    const { clauses } = this.resolved.doc;
    const roots = new Set(clauses.filter((c) => c.effect.kind === kind).map((c) => this.root(c)));
    return clauses.filter((c) => roots.has(c));
  }

  /** The members of a family that pay, in document order. */
  payers(root: Clause): readonly Clause[] {
    return this.resolved.doc.clauses.filter((c) => c.effect.kind === "pay" && this.root(c) === root);
  }

  /** The benefits a clause concerns: its own `over`, or that of the base it stands for; null for all. */
  over(clause: Clause): readonly Clause[] | null {
    for (let c: Clause | undefined = clause; c !== undefined; ) {
      if (c.over !== null) return this.rootsOf(c.over);
      c = c.insteadOf === null ? undefined : this.resolved.clauses.get(c.insteadOf);
    }
    return null;
  }

  private rootsOf(ids: readonly string[]): readonly Clause[] {
    const roots = new Set(
      ids.flatMap((id) => {
        const c = this.resolved.clauses.get(id);
        return c === undefined ? [] : [this.root(c)];
      }),
    );
    return this.benefits().filter((b) => roots.has(b));
  }
}

/**
 * The benefits that cannot be determined where this clause cannot be computed: its own for a benefit, those it
 * is `over` for a condition, those that read it for a value; null for all. Flags, promises and steps concern
 * no amount.
 */
export function concerns(clause: Clause, resolved: Resolved, families: Families): readonly Clause[] | null {
  switch (clause.effect.kind) {
    case "pay":
      return [families.root(clause)];
    case "require":
    case "exclude":
    case "refer":
    case "cap":
      return families.over(clause);
    case "flag":
    case "promise":
    case "step":
    case "gives":
      return [];
    case "none":
      return clause.insteadOf === null ? null : concernsOfRoot(clause, resolved, families);
    case "define":
    case "table":
      return concernsOfReaders(clause, resolved, families);
  }
}

function concernsOfRoot(clause: Clause, resolved: Resolved, families: Families): readonly Clause[] | null {
  const root = families.root(clause);
  return root === clause || root.effect.kind === "none" ? null : concerns(root, resolved, families);
}

/** A value that nothing reads concerns every benefit: nobody said what it is for. */
function concernsOfReaders(clause: Clause, resolved: Resolved, families: Families): readonly Clause[] | null {
  const roots = new Set<Clause>();
  let read = false;
  for (const reader of readersOf(clause, resolved)) {
    if (reader.effect.kind === "define" || reader.effect.kind === "table") continue;
    read = true;
    const own = concerns(reader, resolved, families);
    if (own === null) return null;
    for (const r of own) roots.add(r);
  }
  return read ? families.benefits().filter((b) => roots.has(b)) : null;
}

/** Every clause that reads a value of this one, directly or through other values. */
export function readersOf(clause: Clause, resolved: Resolved): ReadonlySet<Clause> {
  const readers = new Set<Clause>();
  const names = new Set(definedNames(clause));
  for (let grew = true; grew; ) {
    grew = false;
    for (const c of resolved.doc.clauses) {
      if (readers.has(c) || ![...namesRead(c)].some((n) => names.has(n))) continue;
      readers.add(c);
      for (const n of definedNames(c)) names.add(n);
      grew = true;
    }
  }
  return readers;
}
