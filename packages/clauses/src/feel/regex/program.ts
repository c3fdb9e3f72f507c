/** Patterns as little programs, which a matcher runs without recursion. */
import type { CharTest, Pattern } from "./ast.ts";
import { PatternError } from "./ast.ts";
import type { ParsedPattern } from "./parse.ts";

export type Instruction =
  | { readonly op: "char"; readonly test: CharTest }
  | { readonly op: "start" }
  | { readonly op: "end" }
  | { readonly op: "back"; readonly group: number }
  /** Go on at `first`, and where that fails at `second`. */
  | { readonly op: "split"; first: number; second: number }
  | { readonly op: "jump"; to: number }
  | { readonly op: "save"; readonly slot: number }
  | { readonly op: "match" };

export interface Program {
  readonly code: readonly Instruction[];
  readonly groups: number;
  /** With back references a state is more than a place in program and text, and may come again. */
  readonly hasBackReferences: boolean;
}

/** Longer programs come only from counts such as `{1000}` inside one another. */
const PROGRAM_LENGTH_MAX = 5_000;

/** @throws PatternError where the counts in the pattern make it too long */
export function assemble({ pattern, groups, hasBackReferences }: ParsedPattern): Program {
  const code: Instruction[] = [];
  emit(pattern, code);
  code.push({ op: "match" });
  return { code, groups, hasBackReferences };
}

function emit(pattern: Pattern, code: Instruction[]): void {
  if (code.length > PROGRAM_LENGTH_MAX) throw new PatternError("the pattern's counts are too large");
  switch (pattern.kind) {
    case "char":
      code.push({ op: "char", test: pattern.test });
      break;
    case "start":
    case "end":
      code.push({ op: pattern.kind });
      break;
    case "back":
      code.push({ op: "back", group: pattern.group });
      break;
    case "sequence":
      for (const item of pattern.items) emit(item, code);
      break;
    case "group":
      if (pattern.group !== null) code.push({ op: "save", slot: pattern.group * 2 });
      emit(pattern.of, code);
      if (pattern.group !== null) code.push({ op: "save", slot: pattern.group * 2 + 1 });
      break;
    case "choice":
      emitChoice(pattern.options, code);
      break;
    case "repeat":
      emitRepeat(pattern, code);
      break;
  }
}

function emitChoice(options: readonly Pattern[], code: Instruction[]): void {
  const jumps: { op: "jump"; to: number }[] = [];
  options.forEach((option, i) => {
    if (i === options.length - 1) {
      emit(option, code);
      return;
    }
    const split = { op: "split" as const, first: code.length + 1, second: 0 };
    code.push(split);
    emit(option, code);
    const jump = { op: "jump" as const, to: 0 };
    code.push(jump);
    jumps.push(jump);
    split.second = code.length;
  });
  for (const jump of jumps) jump.to = code.length;
}

function emitRepeat(pattern: Extract<Pattern, { kind: "repeat" }>, code: Instruction[]): void {
  const { of, min, max, greedy } = pattern;
  for (let i = 0; i < min; i++) emit(of, code);
  const splits: { op: "split"; first: number; second: number }[] = [];
  const skip = (): void => {
    const split = { op: "split" as const, first: code.length + 1, second: code.length + 1 };
    code.push(split);
    splits.push(split);
  };
  const loop = code.length;
  if (max === Number.POSITIVE_INFINITY) {
    skip();
    emit(of, code);
    code.push({ op: "jump", to: loop });
  } else {
    for (let i = min; i < max; i++) {
      skip();
      emit(of, code);
    }
  }
  for (const split of splits) {
    if (greedy) split.second = code.length;
    else split.first = code.length;
  }
}
