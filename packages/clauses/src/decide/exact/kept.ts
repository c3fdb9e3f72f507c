/** A value that several read is computed once a run. */
import type { Code } from "./code.ts";
import type { Frame } from "./frame.ts";
import type { Printer } from "./printer.ts";

export class Kept<T> implements Code<T> {
  readonly run: () => T;
  private readonly code: Code<T>;
  /** How many codes read it: one alone needs nothing kept. */
  private readers = 0;

  constructor(code: Code<T>, frame: Frame) {
    this.code = code;
    let at = -1;
    let value: T;
    this.run = () => {
      if (at === frame.run) return value;
      value = code.run();
      at = frame.run;
      return value;
    };
  }

  /** The same, for one more reader. */
  read(): this {
    this.readers++;
    return this;
  }

  readonly print = (p: Printer): string =>
    this.readers > 1 ? p.kept(this, (q) => this.code.print(q)) : this.code.print(p);
}
