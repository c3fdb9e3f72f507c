/**
 * Looking for a completion in which one fact matters: the way from what is compared down to the fact is opened, gate by
 * gate, by narrowing the other facts. What is found is found; nothing follows where nothing is.
 */
import type { Node } from "../../ir/node.ts";
import { NO, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import type { Split } from "./cuts.ts";
import { linked, samples } from "./samples.ts";
import { pick, visit } from "./split.ts";

/** Narrowings that are tried from one place of what the fact is compared with. */
const TRIES = 120;
/** Such places tried for one comparison. */
const PLACES = 16;

type Then = () => boolean;

/** What may still be tried in a decision. */
export interface Tries {
  left: number;
}

export class Exposing {
  private readonly cells: Cells;
  private readonly fact: Fact;
  /** Whether the fact makes a difference in the box at hand. */
  private readonly differs: Then;
  private readonly tries: Tries;
  private left = TRIES;
  private places = PLACES;

  constructor(cells: Cells, fact: Fact, tries: Tries, differs: Then) {
    this.cells = cells;
    this.tries = tries;
    this.fact = fact;
    this.differs = differs;
  }

  /** Whether the fact was found to matter to one of some nodes. */
  found(nodes: readonly Node[]): boolean {
    const byGate = (n: Node, gate: Node): boolean => {
      this.places = PLACES;
      return this.atGate(gate, n);
    };
    return (
      nodes.some((n) => this.from(n)) || nodes.some((n) => this.gates(n).some((gate) => byGate(n, gate)))
    );
  }

  /** The comparisons of the fact with others, below a node. */
  private gates(node: Node): readonly Node[] {
    const out: Node[] = [];
    const seen = new Set<number>();
    this.left = TRIES;
    const fits = (compared: Node): boolean => {
      if (this.hangs(compared) && samples([compared], this.fact.bit, this.cells) !== null) out.push(compared);
      return false;
    };
    linked(node, this.cells, seen, fits);
    return out;
  }

  /** Begins with what the fact is compared with at values at which the fact decides. */
  private atGate(gate: Node, node: Node): boolean {
    const { cells } = this;
    const { up, down } = cells.judged(gate);
    if (this.places <= 0 || this.tries.left <= 0 || ((up | down) & this.fact.bit) === 0) return false;
    const split = samples([gate], this.fact.bit, cells);
    this.places--;
    if (split === null) return this.from(node);
    return visit({ kind: "samples", ...split }, cells, () => this.atGate(gate, node));
  }

  private from(node: Node): boolean {
    this.left = TRIES;
    return this.exposed(node);
  }

  private exposed(node: Node): boolean {
    if (!this.hangs(node)) return false;
    const { args } = node;
    switch (node.data.op) {
      case "fact":
      case "lt":
      case "le":
      case "eq":
        return this.turned(node);
      case "if":
        return this.chosen(node);
      case "and":
        return this.among(args, YES);
      case "or":
        return this.among(args, NO);
      case "max":
      case "min":
        return this.taken(node);
      default:
        return args.some((a) => this.exposed(a));
    }
  }

  private hangs(node: Node): boolean {
    const cell = this.cells.judged(node);
    return this.left > 0 && ((cell.up | cell.down) & this.fact.bit) !== 0;
  }

  /** At the gate: as the box stands, or with what the fact is compared with at some value. */
  private turned(node: Node): boolean {
    if (this.differs()) return true;
    const split = samples([node], this.fact.bit, this.cells);
    return split !== null && this.split({ kind: "samples", ...split }, () => this.turned(node));
  }

  private chosen(node: Node): boolean {
    const [condition, then, otherwise] = node.args;
    if (condition === undefined || then === undefined || otherwise === undefined) return false;
    return (
      this.reached(condition, NO, otherwise) || this.reached(condition, YES, then) || this.exposed(condition)
    );
  }

  /** Through one part, while the others do not decide; those that hang on the fact too are left open. */
  private among(parts: readonly Node[], neutral: number): boolean {
    return parts.some((own) => {
      if (!this.hangs(own)) return false;
      const others = parts.filter((p) => p !== own && !this.cells.judged(p).known && !this.hangs(p));
      return this.allReached(others, neutral, own);
    });
  }

  private allReached(conditions: readonly Node[], want: number, next: Node): boolean {
    const [first, ...others] = conditions;
    if (first === undefined) return this.exposed(next);
    return this.reached(first, want, next, () => this.allReached(others, want, next));
  }

  private taken(node: Node): boolean {
    const kink = this.cells.graph.nodes.graph.kink(node);
    const max = node.data.op === "max";
    return node.args.some((a, i) => {
      if (!this.hangs(a)) return false;
      return kink === undefined ? this.exposed(a) : this.reached(kink, (i === 1) === max ? YES : NO, a);
    });
  }

  /** Goes on where a condition is what is wanted and the next node still hangs on the fact. */
  private reached(node: Node, want: number, next: Node, then: Then = () => this.exposed(next)): boolean {
    if (!this.hangs(next)) return false;
    const { mask } = this.cells.judged(node);
    if ((mask & want) === 0) return false;
    if (mask === want) return then();
    const cut = pick([node], 0, this.cells);
    const others = cut?.kind === "samples" ? samples([node], this.fact.bit, this.cells) : null;
    const split: Split | null = others === null ? cut : { kind: "samples", ...others };
    return split !== null && this.split(split, () => this.reached(node, want, next, then));
  }

  private split(split: Split, then: Then): boolean {
    return visit(split, this.cells, () => {
      this.left--;
      this.tries.left--;
      return this.left > 0 && this.tries.left > 0 && then();
    });
  }
}
