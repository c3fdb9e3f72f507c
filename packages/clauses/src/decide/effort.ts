/** Counts the judging of nodes, wherever it is done: regions of large documents cost more than those of small ones. */
export interface Meter {
  work: number;
  most: number;
}

/** How much a decision may search: counted in regions, so that the same facts always stop at the same place. */
export class Effort {
  private left: number;
  private readonly parent: Effort | null;
  private readonly meter: Meter | null;

  constructor(regions: number, parent: Effort | null = null, meter: Meter | null = null) {
    this.left = regions;
    this.parent = parent;
    this.meter = meter;
  }

  /** Spends one region; false where nothing is left. */
  spend(): boolean {
    if (this.left <= 0 || this.isOver() || (this.parent !== null && !this.parent.spend())) {
      this.left = 0;
      return false;
    }
    this.left--;
    return true;
  }

  get spent(): boolean {
    return this.left <= 0 || this.isOver() || (this.parent?.spent ?? false);
  }

  private isOver(): boolean {
    return this.meter !== null && this.meter.work > this.meter.most;
  }

  /** A part of this effort for one question. */
  share(regions: number, meter: Meter | null = null): Effort {
    return new Effort(regions, this, meter);
  }
}
