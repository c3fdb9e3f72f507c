/** One decision with one fact otherwise, the others as given. */
import type { Decide, Decision, FactsInput, MoneyRange, Outcome } from "../../decide/decision.ts";
import { Effort } from "../../decide/effort.ts";
import type { Study } from "../../decide/engine.ts";
import { Region } from "../../decide/region.ts";
import { cut, type Domain, isKnown, wholeDomain } from "../../facts/domain.ts";
import { effectiveRange } from "../../facts/read.ts";
import type { Resolved } from "../../terms/resolve.ts";
import { givenOf, withFact } from "./given.ts";

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
/** Where several facts are open each decision is a search of its own. */
const OPEN_DECISIONS = 24;
const MANY_OPEN = 4;
const MANY_OPEN_DECISIONS = 8;

export class Varying {
  readonly study: Study;
  readonly now: Short;
  /** The facts as they are, for walks along one of them; what hangs on warning signs stays open. */
  readonly region: Region;
  readonly pieces = new Effort(PIECES);
  readonly decisions: Effort;
  private readonly input: FactsInput;
  private readonly decideAll: Decide;
  private readonly governs: number;
  private readonly inEffect: ReturnType<typeof effectiveRange> | null;
  private readonly memo = new Map<string, Made>();

  /** `input` are the facts that `study` and `now` are of; `decide` is the document's decision function. */
  constructor(study: Study, resolved: Resolved, input: FactsInput, now: Decision, decide: Decide) {
    const { doc } = resolved;
    this.study = study;
    this.input = input;
    this.now = now;
    this.decideAll = decide;
    this.governs = study.graph.slots.findIndex((s) => s.path === doc.governs);
    this.inEffect = doc.governs === null ? null : effectiveRange(doc, doc.governs);
    const open = study.graph.flags.map((): Domain => ({ kind: "finite", values: [false, true] }));
    const own = study.region.domains.slice(0, study.graph.slots.length);
    this.region = Region.whole(study.space, [...own, ...open]);
    this.decisions = new Effort(decisionsFor(own.filter((d) => !isKnown(d)).length));
  }

  /** Everything a fact could be under these terms: of the governing fact, the part that they govern. */
  whole(index: number): Domain | null {
    const decl = this.study.graph.slots[index]?.decl;
    if (decl === undefined) return null;
    const whole = wholeDomain(decl);
    if (index !== this.governs || this.inEffect === null) return whole;
    return cut(whole, this.inEffect[0], this.inEffect[1]);
  }

  /** The document's decision with one fact otherwise; null where no more decisions may be made. */
  decide(index: number, domain: Domain): Made | null {
    const slot = this.study.graph.slots[index];
    if (slot === undefined) return null;
    const given = givenOf(domain, slot);
    const key = `${index} ${JSON.stringify(given)}`;
    const found = this.memo.get(key);
    if (found !== undefined) return found;
    if (!this.decisions.spend()) return null;
    const { outcome, settled, payable, asks } = this.decideAll(withFact(this.input, slot.path, given));
    const made = { outcome, settled, payable, asks: asks.length };
    this.memo.set(key, made);
    return made;
  }

  /** Whether everything that was to be looked at has been. */
  get thorough(): boolean {
    return !this.pieces.spent && !this.decisions.spent;
  }
}

function decisionsFor(open: number): number {
  if (open === 0) return DECISIONS;
  return open > MANY_OPEN ? MANY_OPEN_DECISIONS : OPEN_DECISIONS;
}

export const sameDecision = (a: Short, b: Short): boolean =>
  a.outcome === b.outcome &&
  a.settled === b.settled &&
  a.payable.least === b.payable.least &&
  a.payable.most === b.payable.most;
