/** lezer-feel's parser, told which names are in scope. */
import { parser, trackVariables, VariableContext } from "lezer-feel";
import { SPACED_BUILTINS } from "./builtins/names.ts";

export type Tree = ReturnType<typeof parser.parse>;
export type Node = Tree["topNode"];
export type Top = "Expression" | "UnaryTests";

type Parser = Pick<typeof parser, "parse">;

const cache = new WeakMap<ReadonlySet<string>, Map<Top, Parser>>();

/**
 * The parser for `names`, made once for each set. The names are known everywhere, after a dot too: which of
 * them a value really has is not the grammar's business.
 */
export function grammarFor(names: ReadonlySet<string>, top: Top): Parser {
  const made = cache.get(names) ?? new Map<Top, Parser>();
  cache.set(names, made);
  const found = made.get(top);
  if (found !== undefined) return found;
  const fresh = parser.configure({ top, contextTracker: tracker(names) });
  made.set(top, fresh);
  return fresh;
}

/** The grammar reads one plain word as a name anyway. */
const ONE_WORD = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

function tracker(names: ReadonlySet<string>): ReturnType<typeof trackVariables> {
  const known: Record<string, number> = Object.create(null);
  for (const name of [...SPACED_BUILTINS, ...names]) if (!ONE_WORD.test(name)) known[name] = 1;
  class Names extends VariableContext {
    static override of(...contexts: Parameters<typeof VariableContext.of>): VariableContext {
      return Reflect.apply(VariableContext.of, Names, [known, ...contexts]);
    }
  }
  return trackVariables({}, Names);
}
