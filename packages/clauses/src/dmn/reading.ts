/** What reading the parts of one model needs to know, and the texts in FEEL that it finds on its way. */
import type { Expr, UnaryTests } from "../feel/ast.ts";
import type { ExprSlot, Import, TestsSlot } from "./model.ts";
import type { Report } from "./problem.ts";
import type { DmnType } from "./types.ts";
import { attribute, type Element, textOf } from "./xml.ts";

/** The names around an expression that only it can see. */
export type Around = readonly string[];

export class Reading {
  readonly report: Report;
  readonly imports: readonly Import[];
  readonly items = new Map<string, DmnType>();
  readonly expressions: ExprSlot[] = [];
  readonly tests: TestsSlot[] = [];
  /** Names that may stand anywhere: of fields, entries, outputs and parameters. */
  readonly everywhere = new Set<string>();

  /** The language of expressions that name none; empty: FEEL. */
  readonly language: string;

  constructor(imports: readonly Import[], language: string, report: Report) {
    this.imports = imports;
    this.language = language;
    this.report = report;
  }

  expression(source: string, line: number, names: Around): ExprSlot {
    const slot: ExprSlot = { source, line, names: spaced(names), parsed: null satisfies Expr | null };
    this.expressions.push(slot);
    return slot;
  }

  /** The text of an element that holds an expression; null where it is empty. */
  expressionIn(element: Element | undefined, names: Around): ExprSlot | null {
    const text = element === undefined ? null : textOf(element);
    if (element === undefined || text === null || text.trim() === "") return null;
    const language = attribute(element, "expressionLanguage") || this.language;
    if (language !== "" && !FEEL.test(language)) {
      this.report(element.line, `an expression in \`${language}\``, "it counts as null; write it in FEEL");
      return null;
    }
    return this.expression(text, textLine(element), names);
  }

  /** The tests of an element that holds some; null where it is absent. */
  testsIn(element: Element | undefined, names: Around): TestsSlot | null {
    const text = element === undefined ? null : textOf(element);
    if (element === undefined || text === null) return null;
    const parsed: UnaryTests | null = null;
    const slot: TestsSlot = { source: text, line: textLine(element), names: spaced(names), parsed };
    this.tests.push(slot);
    return slot;
  }
}

const FEEL = /(?:^|\/)FEEL\/?$/iu;

const textLine = (element: Element): number =>
  element.children.find(({ name }) => name === "text")?.line ?? element.line;

const ONE_WORD = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Those of the names that a parser has to be told of. */
export const spaced = (names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => name !== "" && !ONE_WORD.test(name));

/** A name as the scope has it: single spaces. */
export const nameOf = (element: Element, attribute = "name"): string =>
  (element.attributes.get(attribute) ?? "").replace(/\s+/gu, " ").trim();
