/**
 * Running a pattern over a text in bounded time.
 *
 * Alternatives are tried in the pattern's order, as in Perl and XPath, on a stack of our own. Without back
 * references what follows from a place in the program and a place in the text never depends on how one came
 * there, so no such pair is tried twice: the work is at most program × text, for every pattern, and no
 * pattern can be catastrophic. With back references that does not hold, and the meter ends what takes too long.
 */
import { limitError, type Meter, spend } from "../limits.ts";
import type { Flags } from "./ast.ts";
import type { Program } from "./program.ts";

/** Pairs of places that may be marked: 2 MB as bits. */
const MARKS_MAX = 16_000_000;

/** Matching steps that count as one step of the evaluation; with back references they are dearer. */
const STEPS_PER_STEP = 100;
const BACK_STEPS_PER_STEP = 10;

/** Where each group matched, as pairs of positions in code points; −1 where it took no part. Slot 0 is the whole. */
export type Slots = readonly number[];

export class Matcher {
  readonly #program: Program;
  readonly #codes: readonly number[];
  readonly #flags: Flags;
  readonly #meter: Meter;
  readonly #seen: Uint32Array;
  #steps = 0;

  /** @throws FeelLimitError where text and pattern together are too large */
  constructor(program: Program, codes: readonly number[], flags: Flags, meter: Meter) {
    const marks = program.code.length * (codes.length + 1);
    if (marks > MARKS_MAX) throw limitError("a pattern on so long a text", "对过长的文本做模式匹配");
    this.#program = program;
    this.#codes = codes;
    this.#flags = flags;
    this.#meter = meter;
    this.#seen = new Uint32Array(program.hasBackReferences ? 0 : Math.ceil(marks / 32));
  }

  /** The first match that starts at `from` or later; null where there is none. @throws FeelLimitError */
  find(from: number): Slots | null {
    // What failed from an earlier start fails from a later one too, so the marks are kept between starts.
    this.#seen.fill(0);
    for (let start = from; start <= this.#codes.length; start++) {
      const slots = this.#run(start);
      if (slots !== null) return slots;
    }
    return null;
  }

  #run(start: number): Slots | null {
    const { code, groups } = this.#program;
    const stack: { pc: number; at: number; slots: readonly number[] }[] = [];
    stack.push({ pc: 0, at: start, slots: new Array<number>(groups * 2 + 2).fill(-1) });
    for (let job = stack.pop(); job !== undefined; job = stack.pop()) {
      let { pc, at, slots } = job;
      for (;;) {
        this.#count();
        if (this.#mark(pc, at)) break;
        const step = code[pc];
        if (step === undefined) break;
        if (step.op === "match") return [start, at, ...slots.slice(2)];
        if (step.op === "split") {
          stack.push({ pc: step.second, at, slots });
          pc = step.first;
        } else if (step.op === "jump") {
          pc = step.to;
        } else if (step.op === "save") {
          slots = slots.with(step.slot, at);
          pc++;
        } else {
          const next = this.#advance(step, at, slots);
          if (next === null) break;
          at = next;
          pc++;
        }
      }
    }
    return null;
  }

  /** Where the text goes on after a step that looks at it; null where it does not fit. */
  #advance(
    step:
      | { op: "char"; test: (code: number) => boolean }
      | { op: "start" | "end" }
      | { op: "back"; group: number },
    at: number,
    slots: Slots,
  ): number | null {
    const code = this.#codes[at];
    switch (step.op) {
      case "char":
        return code !== undefined && step.test(code) ? at + 1 : null;
      case "start":
        return at === 0 || (this.#flags.m && this.#codes[at - 1] === 10) ? at : null;
      case "end":
        return code === undefined || (this.#flags.m && code === 10) ? at : null;
      case "back":
        return this.#repeats(slots[step.group * 2] ?? -1, slots[step.group * 2 + 1] ?? -1, at);
    }
  }

  /** The group's text again at `at`; a group that took no part matches the empty text. */
  #repeats(from: number, to: number, at: number): number | null {
    if (from < 0 || to < 0) return at;
    for (let i = 0; i < to - from; i++) {
      const [a, b] = [this.#codes[from + i], this.#codes[at + i]];
      if (a === undefined || b === undefined) return null;
      if (a !== b && !(this.#flags.i && lower(a) === lower(b))) return null;
    }
    return at + to - from;
  }

  /** Marks a pair of places; true where it was marked before. */
  #mark(pc: number, at: number): boolean {
    if (this.#program.hasBackReferences) return false;
    const bit = at * this.#program.code.length + pc;
    const [word, mask] = [bit >>> 5, 1 << (bit & 31)];
    const before = this.#seen[word] ?? 0;
    this.#seen[word] = before | mask;
    return (before & mask) !== 0;
  }

  #count(): void {
    this.#steps++;
    const per = this.#program.hasBackReferences ? BACK_STEPS_PER_STEP : STEPS_PER_STEP;
    if (this.#steps % per === 0) spend(this.#meter, 1);
  }
}

const lower = (code: number): string => String.fromCodePoint(code).toLowerCase();
