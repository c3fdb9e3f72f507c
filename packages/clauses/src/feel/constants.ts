/** Constants already read: the cells of tables are a few of them, again and again. */
import type { Expr, UnaryTests } from "./ast.ts";
import type { Mode } from "./mode.ts";
import type { FeelSyntaxError } from "./problem.ts";

/** Longer sources are seldom written twice. */
const LENGTH_MAX = 40;
/** For one set of names. */
const KEPT_MAX = 1_000;

/** What was read of sources that name nothing: it means the same wherever it stands. */
export class Constants<T extends Expr | UnaryTests> {
  readonly #isConstant: (read: T | FeelSyntaxError) => boolean;
  readonly #byNames = new WeakMap<ReadonlySet<string>, Map<string, T | FeelSyntaxError>>();

  constructor(isConstant: (read: T | FeelSyntaxError) => boolean) {
    this.#isConstant = isConstant;
  }

  /** What was read of the same source before, or what `read` makes of it. */
  once(
    source: string,
    names: ReadonlySet<string>,
    mode: Mode,
    read: () => T | FeelSyntaxError,
  ): T | FeelSyntaxError {
    if (source.length > LENGTH_MAX) return read();
    const kept = this.#byNames.get(names) ?? new Map<string, T | FeelSyntaxError>();
    this.#byNames.set(names, kept);
    const key = `${mode}:${source}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const fresh = read();
    if (this.#isConstant(fresh) && kept.size < KEPT_MAX) kept.set(key, fresh);
    return fresh;
  }
}

export const expressions = new Constants<Expr>((read) => read.kind === "literal");

export const cells = new Constants<UnaryTests>(
  (read) =>
    read.kind === "unary tests" &&
    read.tests.every((t) => (t.kind === "compare test" ? t.operand : t.expr).kind === "literal"),
);
