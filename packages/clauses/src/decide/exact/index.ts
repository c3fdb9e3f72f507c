/**
 * Deciding where every fact that is read is known: the graph as operations on whole numbers, no search. It says
 * exactly what the full engine says, or nothing; a property test holds the two together.
 */
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { Decision } from "../decision.ts";
import type { Code } from "./code.ts";
import { Beyond, type Frame } from "./frame.ts";
import { type Entries, type FrameReader, frameReader, isEntries } from "./input.ts";
import { Printer } from "./printer.ts";
import { Program } from "./program.ts";
import { decisionCode } from "./whole.ts";

/** A decision, or null where the full engine must decide. */
export type Exact = (facts: unknown) => Decision | null;

export interface ExactOptions {
  readonly explained: boolean;
  /** After how many decisions JavaScript is made of the program, where that is allowed; its decisions are the same. */
  readonly generateAfter?: number;
}

/** For fewer decisions the text is not worth its making. */
const GENERATE_AFTER = 64;

/** The exact path of a document whose graph (for some lengths of its lists) is given. */
export function exactOf(resolved: Resolved, graph: DecisionGraph, options: ExactOptions): Exact {
  try {
    return make(resolved, graph, options);
  } catch (e) {
    if (e instanceof Beyond) return () => null;
    throw e;
  }
}

type Run = (facts: Entries) => Decision | null;

function make(resolved: Resolved, graph: DecisionGraph, options: ExactOptions): Exact {
  const program = new Program(graph);
  const { frame } = program;
  const reader = frameReader(resolved.doc, graph.slots, program.scales);
  const code = decisionCode(resolved, graph, program, options.explained);
  const after = options.generateAfter ?? GENERATE_AFTER;
  let run: Run = (facts) => (reader.read(facts, frame) < 0 ? null : code.run());
  return (facts) => {
    if (!isEntries(facts)) return null;
    if (frame.run === after) run = generated(reader, code, frame) ?? run;
    frame.run++;
    try {
      return run(facts);
    } catch (e) {
      if (e instanceof Beyond) return null;
      throw e;
    }
  };
}

/** The same as one JavaScript function, null where none may be made. */
function generated(reader: FrameReader, code: Code<Decision>, frame: Frame): Run | null {
  const printer = new Printer();
  const read = printer.block(reader, reader.print, "input");
  const decide = code.print(printer);
  return printer.make<Run>(`(input) => ${read} < 0 ? null : ${decide}`, frame);
}
