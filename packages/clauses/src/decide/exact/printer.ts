/** JavaScript text of a program, and functions made of it where that is allowed. */
import type { Frame } from "./frame.ts";

/** A program of which the text is longer than this stays as it is. */
const MAX_TEXT = 1_000_000;

export class Printer {
  private readonly names = new Map<unknown, string>();
  private readonly constants: unknown[] = [];
  private readonly shared = new Map<object, string>();
  private readonly declarations: string[] = [];

  /** A name for a value that the text cannot hold itself; the others stand for themselves. */
  constant(value: unknown): string {
    if (value === null || typeof value === "boolean") return String(value);
    if (typeof value === "number") return Object.is(value, -0) ? "(-0)" : `(${value})`;
    if (typeof value === "string") return this.text(value);
    const found = this.names.get(value);
    if (found !== undefined) return found;
    const name = `c${this.constants.length}`;
    this.names.set(value, name);
    this.constants.push(value);
    return name;
  }

  text(value: string): string {
    return JSON.stringify(value);
  }

  /** A call of a function of its own; its body is printed once for each key. */
  block(key: object, body: (p: Printer) => string, parameter = ""): string {
    const found = this.shared.get(key);
    if (found !== undefined) return `${found}(${parameter})`;
    const name = `f${this.shared.size}`;
    this.shared.set(key, name);
    this.declarations.push(`function ${name}(${parameter}) { ${body(this)} }`);
    return `${name}(${parameter})`;
  }

  /** The same for a value that is computed once a run. */
  kept(key: object, value: (p: Printer) => string): string {
    const id = this.shared.size;
    return this.block(key, (p) => {
      this.declarations.push(`let r${id} = -1, v${id};`);
      return `if (r${id} === frame.run) return v${id}; v${id} = ${value(p)}; r${id} = frame.run; return v${id};`;
    });
  }

  /** The function that `text` says, by what was printed before; null where none may be made. */
  make<F extends (...args: never) => unknown>(text: string, frame: Frame): F | null {
    const names = this.constants.map((_, i) => `c${i}`).join(", ");
    const all = `"use strict"; const [${names}] = constants; const facts = frame.facts;
${this.declarations.join("\n")}
return ${text};`;
    if (all.length > MAX_TEXT || inPage()) return null;
    try {
      return new Function("constants", "frame", all)(this.constants, frame);
    } catch (e) {
      // The host makes no code of text: the functions do the same, more slowly.
      if (e instanceof EvalError) return null;
      throw e;
    }
  }
}

/** Pages usually forbid making code of text, and merely trying is reported as an attack. */
const inPage = (): boolean => "document" in globalThis || "importScripts" in globalThis;
