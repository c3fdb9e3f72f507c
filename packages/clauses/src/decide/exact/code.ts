/**
 * A value to be computed in a decision, in two forms that say the same: a function, and JavaScript text from
 * which one whole program is made where that is allowed. Every operation of the exact path is built from these.
 */
import type { Printer } from "./printer.ts";

export interface Code<T> {
  readonly run: () => T;
  /** An expression. */
  readonly print: (p: Printer) => string;
}

/** The same value always. */
export const constant = <T>(value: T): Code<T> => ({
  run: () => value,
  print: (p) => p.constant(value),
});

export const call1 = <A, T>(f: (a: A) => T, a: Code<A>): Code<T> => ({
  run: () => f(a.run()),
  print: (p) => `${p.constant(f)}(${a.print(p)})`,
});

export const call2 = <A, B, T>(f: (a: A, b: B) => T, a: Code<A>, b: Code<B>): Code<T> => ({
  run: () => f(a.run(), b.run()),
  print: (p) => `${p.constant(f)}(${a.print(p)}, ${b.print(p)})`,
});

export const call3 = <A, B, C, T>(
  f: (a: A, b: B, c: C) => T,
  a: Code<A>,
  b: Code<B>,
  c: Code<C>,
): Code<T> => ({
  run: () => f(a.run(), b.run(), c.run()),
  print: (p) => `${p.constant(f)}(${a.print(p)}, ${b.print(p)}, ${c.print(p)})`,
});

/** All of them, in order. */
export const all = <T>(codes: readonly Code<T>[]): Code<readonly T[]> => ({
  run: () => codes.map((c) => c.run()),
  print: (p) => `[${codes.map((c) => c.print(p)).join(", ")}]`,
});

/** `then` where the condition is true; only one of the two is computed. */
export const choose = <T>(condition: Code<boolean | null>, then: Code<T>, otherwise: Code<T>): Code<T> => ({
  run: () => (condition.run() === true ? then.run() : otherwise.run()),
  print: (p) => `(${condition.print(p)} === true ? ${then.print(p)} : ${otherwise.print(p)})`,
});

/** The first one's value unless it is null. */
export const orElse = <T>(a: Code<T | null>, b: Code<T | null>): Code<T | null> => ({
  run: () => a.run() ?? b.run(),
  print: (p) => `(${a.print(p)} ?? ${b.print(p)})`,
});

/** Fixed pieces with texts between them: one piece more than texts. */
export const template = (pieces: readonly string[], texts: readonly Code<string>[]): Code<string> => ({
  run: () => {
    let out = pieces[0] ?? "";
    for (let i = 0; i < texts.length; i++) out += (texts[i]?.run() ?? "") + (pieces[i + 1] ?? "");
    return out;
  },
  print: (p) => {
    const parts = pieces.flatMap((piece, i) => {
      const text = texts[i];
      return [...(piece === "" ? [] : [p.text(piece)]), ...(text === undefined ? [] : [text.print(p)])];
    });
    return `("" + ${parts.join(" + ") || '""'})`;
  },
});

/** Texts with the same text between each two of them. */
export const joined = (texts: readonly Code<string>[], by: string): Code<string> =>
  template(["", ...texts.slice(1).map(() => by), ""], texts);
