/** One decision with one fact otherwise, the others as given. */
import { assembleShort } from "../../decide/assemble.ts";
import type { Decision, MoneyRange, Outcome } from "../../decide/decision.ts";
import { Effort } from "../../decide/effort.ts";
import { type Engine, Study } from "../../decide/engine.ts";
import { Region } from "../../decide/region.ts";
import { cut, type Domain, wholeDomain } from "../../facts/domain.ts";
import { effectiveRange, type Facts } from "../../facts/read.ts";

export interface Short {
  readonly outcome: Outcome | "open";
  readonly settled: boolean;
  readonly payable: MoneyRange;
}

/** A decision made on a walk. */
export interface Made extends Short {
  /** How many facts are still to be asked for. */
  readonly asks: number;
}

/** Pieces of the way along all facts together, and decisions made in full, that one explanation may look at. */
const PIECES = 1500;
const DECISIONS = 60;

export class Varying {
  readonly study: Study;
  readonly now: Short;
  /** The facts as they are, for walks along one of them; what hangs on warning signs stays open. */
  readonly region: Region;
  readonly pieces = new Effort(PIECES);
  readonly decisions = new Effort(DECISIONS);
  private readonly facts: Facts;
  private readonly governs: number;
  private readonly inEffect: ReturnType<typeof effectiveRange> | null;
  private readonly memo = new Map<string, Made>();

  constructor(engine: Engine, facts: Facts, study: Study, decision: Decision) {
    const { doc } = engine.resolved;
    this.study = study;
    this.facts = facts;
    this.now = decision;
    this.governs = study.graph.slots.findIndex((s) => s.path === doc.governs);
    this.inEffect = doc.governs === null ? null : effectiveRange(doc, doc.governs);
    const open = study.graph.flags.map((): Domain => ({ kind: "finite", values: [false, true] }));
    const own = study.region.domains.slice(0, study.graph.slots.length);
    this.region = Region.whole(study.space, [...own, ...open]);
  }

  /** Everything a fact could be under these terms: of the governing fact, the part that they govern. */
  whole(index: number): Domain | null {
    const decl = this.study.graph.slots[index]?.decl;
    if (decl === undefined) return null;
    const whole = wholeDomain(decl);
    if (index !== this.governs || this.inEffect === null) return whole;
    return cut(whole, this.inEffect[0], this.inEffect[1]);
  }

  /** Null where no more decisions may be made. */
  decide(index: number, domain: Domain): Made | null {
    const key = `${index} ${JSON.stringify(domain)}`;
    const found = this.memo.get(key);
    if (found !== undefined) return found;
    if (!this.decisions.spend()) return null;
    const { space, graph } = this.study;
    const domains = graph.slots.map(
      (s, i): Domain => (i === index ? domain : (this.facts.domains.get(s.path) ?? { kind: "unknown list" })),
    );
    const study = new Study(space, domains, this.facts.governsOpen && index !== this.governs);
    const short = assembleShort(study);
    const made = { ...short, asks: short.settled ? 0 : study.asks().length };
    this.memo.set(key, made);
    return made;
  }

  /** Whether everything that was to be looked at has been. */
  get thorough(): boolean {
    return !this.pieces.spent && !this.decisions.spent;
  }
}

export const sameDecision = (a: Short, b: Short): boolean =>
  a.outcome === b.outcome &&
  a.settled === b.settled &&
  a.payable.least === b.payable.least &&
  a.payable.most === b.payable.most;
