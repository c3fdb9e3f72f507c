/** How much a decision may search: counted in regions, so that the same facts always stop at the same place. */
export class Effort {
  private left: number;
  private readonly parent: Effort | null;

  constructor(regions: number, parent: Effort | null = null) {
    this.left = regions;
    this.parent = parent;
  }

  /** Spends one region; false where nothing is left. */
  spend(): boolean {
    if (this.left <= 0 || (this.parent !== null && !this.parent.spend())) {
      this.left = 0;
      return false;
    }
    this.left--;
    return true;
  }

  get spent(): boolean {
    return this.left <= 0 || (this.parent?.spent ?? false);
  }

  /** A part of this effort for one question. */
  share(regions: number): Effort {
    return new Effort(regions, this);
  }
}
