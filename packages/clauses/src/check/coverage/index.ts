/** Which ways of coming out the examples of a document reach, and which no example does. */
import { compileResolved } from "../../decide/compile.ts";
import type { Decide } from "../../decide/decision.ts";
import { Effort } from "../../decide/effort.ts";
import { Pool, possible } from "../../decide/optimise.ts";
import { Region } from "../../decide/region.ts";
import { type Domain, known } from "../../facts/domain.ts";
import { FactsError } from "../../facts/errors.ts";
import { type Facts, readFactsInput } from "../../facts/read.ts";
import type { Node } from "../../ir/node.ts";
import type { Example } from "../../terms/model.ts";
import { Problems } from "../../terms/report.ts";
import { type Resolved, resolve } from "../../terms/resolve.ts";
import { Whole, Wholes } from "../whole.ts";
import { type Point, type PointKind, pointsOf } from "./points.ts";
import { wording } from "./wording.ts";

/** One way in which a clause can come out. */
export interface CoveragePoint {
  readonly clause: string;
  readonly kind: PointKind;
  readonly line: number;
  /** `row 3 of clause 附表一 is hit`; `zh` the same in Chinese. */
  readonly text: string;
  readonly zh: string;
  /** The first example in which it certainly comes out so; null where none does. */
  readonly by: string | null;
}

export interface Coverage {
  readonly terms: string;
  readonly reached: number;
  readonly total: number;
  /** In the order of the document. What is proven never to come out is left out. */
  readonly points: readonly CoveragePoint[];
}

const REGIONS = 200;
const REACH_REGIONS = 400;

/** What the examples of a document reach: what is certain in an example, whatever else is unknown in it. */
export function coverageOf(resolved: Resolved): Coverage {
  const points = pointsOf(resolved);
  const reached = new Map<Point, string>();
  const runs = new Runs(resolved, points);
  for (const e of resolved.doc.examples)
    for (const p of runs.reached(e)) if (!reached.has(p)) reached.set(p, e.name);
  const wholes = new Wholes(resolved);
  const shown = points.flatMap((p): readonly CoveragePoint[] => {
    const by = reached.get(p) ?? null;
    if (by === null && never(p, wholes)) return [];
    const [text, zh] = wording(p);
    return [{ clause: p.clause.id, kind: p.kind, line: p.line, text, zh, by }];
  });
  return {
    terms: resolved.doc.id,
    reached: shown.filter((p) => p.by !== null).length,
    total: shown.length,
    points: shown,
  };
}

const never = (p: Point, wholes: Wholes): boolean => {
  const { node } = p;
  return node !== null && wholes.ask(node, REACH_REGIONS).answer.kind === "no";
};

/** Examples run over one graph for each shape of their lists. */
class Runs {
  private readonly resolved: Resolved;
  private readonly points: readonly Point[];
  private readonly opened = new Map<string, { whole: Whole; nodes: readonly (Node | null)[] }>();
  private readonly decide: Decide;
  private readonly uncapped: ReadonlyMap<string, Decide>;

  constructor(resolved: Resolved, points: readonly Point[]) {
    this.resolved = resolved;
    this.points = points;
    this.decide = compileResolved(resolved, { explain: false });
    this.uncapped = new Map(
      points
        .filter((p) => p.clause.effect.kind === "cap")
        .map((p) => [p.clause.id, compileResolved(without(p.clause.id, resolved), { explain: false })]),
    );
  }

  /** The points that an example certainly reaches; none where its facts are wrong, which `check` says. */
  reached(e: Example): readonly Point[] {
    try {
      const facts = readFactsInput(this.resolved.doc, e.given);
      const { whole, nodes } = this.open(facts);
      const region = settledFlags(regionOf(whole, facts), whole);
      return this.points.filter((p, i) => {
        const node = nodes[i] ?? null;
        return p.node === null ? this.capped(p, e) : node !== null && certain(node, region);
      });
    } catch (error) {
      if (error instanceof FactsError) return [];
      throw error;
    }
  }

  private open(facts: Facts): { whole: Whole; nodes: readonly (Node | null)[] } {
    const key = [...facts.lengths].map(([n, l]) => `${n}=${l}`).join(";");
    const found = this.opened.get(key);
    if (found !== undefined) return found;
    const whole = new Whole(this.resolved, facts.lengths);
    const made = { whole, nodes: this.points.map((p) => p.node?.(whole) ?? null) };
    this.opened.set(key, made);
    return made;
  }

  /** A cap bites where the same document without it owes more. */
  private capped(p: Point, e: Example): boolean {
    const free = this.uncapped.get(p.clause.id)?.(e.given);
    if (free === undefined) return false;
    const { payable } = this.decide(e.given);
    const same = payable.least === free.payable.least && payable.most === free.payable.most;
    if (p.kind === "limit does not bite") return same && Number(payable.least) > 0;
    return payable.least !== free.payable.least && payable.most !== free.payable.most;
  }
}

/** The document without a clause and its exceptions. */
function without(id: string, resolved: Resolved): Resolved {
  const gone = new Set([id]);
  for (const c of resolved.doc.clauses) if (c.insteadOf !== null && gone.has(c.insteadOf)) gone.add(c.id);
  const clauses = resolved.doc.clauses.filter((c) => !gone.has(c.id));
  return resolve({ ...resolved.doc, clauses }, new Problems(resolved.doc.file).report);
}

function regionOf(whole: Whole, facts: Facts): Region {
  const { graph } = whole;
  const domains = graph.slots.map((s): Domain => facts.domains.get(s.path) ?? { kind: "unknown list" });
  const flags = graph.flags.map((): Domain => known(false));
  return Region.whole(whole.all().space, [...domains, ...flags]);
}

/** Only flags that are certain count towards `points`. */
function settledFlags(region: Region, whole: Whole): Region {
  const sure = whole.graph.flags.filter((f) => certain(f.holds, region));
  return region.withDomains(new Map(sure.map((f) => [f.certain, known(true)])));
}

const certain = (node: Node, region: Region): boolean =>
  possible(node, false, region, new Pool(), new Effort(REGIONS)) === "no";
