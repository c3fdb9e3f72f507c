/** lezer-feel's parser, told which names are in scope. */
import { ContextTracker, type InputStream, type LRParser } from "@lezer/lr";
import { normalizeContextKey, parser } from "lezer-feel";
import { SPACED_BUILTINS } from "./builtins/names.ts";

export type Tree = ReturnType<LRParser["parse"]>;
export type Node = Tree["topNode"];
export type Top = "Expression" | "UnaryTests";

export interface Grammar {
  /** Gives up at the first place it cannot read. @throws SyntaxError `No parse at N` */
  readonly strict: LRParser;
  /** Reads on past what it cannot read, marking it; made when something is wrong. */
  readonly lenient: () => LRParser;
}

const cache = new WeakMap<ReadonlySet<string>, Map<Top, Grammar>>();

/**
 * The grammar for `names`, made once for each set. The names are known everywhere, after a dot too: which of
 * them a value really has is not the grammar's business.
 */
export function grammarFor(names: ReadonlySet<string>, top: Top): Grammar {
  const made = cache.get(names) ?? new Map<Top, Grammar>();
  cache.set(names, made);
  const found = made.get(top);
  if (found !== undefined) return found;
  const contextTracker = tracker(names);
  const fresh: Grammar = {
    strict: parser.configure({ top, contextTracker, strict: true }),
    lenient: () => parser.configure({ top, contextTracker }),
  };
  made.set(top, fresh);
  return fresh;
}

const termsNamed = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(parser.nodeSet.types.filter(({ name }) => names.includes(name)).map(({ id }) => id));

const WORD = termsNamed("Identifier");
const DECLARED = termsNamed("Name");
const NAME_END = termsNamed("Name", "VariableName", "PathName");

/** The grammar reads one plain word as a name anyway. */
const ONE_WORD = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** More words than any name has; a longer run of words is no name, and is not searched for one. */
const WORDS_MAX = 100;

/**
 * What lezer-feel's tokenizers read of the parser's state: the words of the name being read, and the names
 * it could be. lezer-feel's own tracker of variables also follows their values, copying as it goes, which
 * takes seconds on a list of some thousands; names are all that is needed here.
 */
class State {
  readonly tokens: readonly string[];
  readonly #known: Known;

  constructor(tokens: readonly string[], known: Known) {
    this.tokens = tokens;
    this.#known = known;
  }

  contextCache(): Known {
    return this.#known;
  }

  word(text: string): State {
    return this.tokens.length < WORDS_MAX ? new State([...this.tokens, text], this.#known) : this;
  }

  /** The name is read. One of several words that is declared here is known from here on. */
  end(declared: boolean): State {
    const name = this.tokens.join(" ");
    const isNew = declared && this.tokens.length > 1 && !this.#known.keys.has(name);
    return new State([], isNew ? withName(this.#known, name) : this.#known);
  }
}

/** Names, and their beginnings. */
interface Known {
  readonly keys: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

function withName({ keys, prefixes }: Known, name: string): Known {
  return { keys: new Set([...keys, name]), prefixes: new Set([...prefixes, ...beginnings(name)]) };
}

const beginnings = (name: string): string[] => Array.from(name, (_, i) => name.slice(0, i + 1));

/** The word just read: from where the input stands to where the parser does. */
function textOf(input: InputStream, to: number): string {
  let text = "";
  for (let i = 0; input.pos + i < to; i++) text += String.fromCharCode(input.peek(i));
  return text;
}

/** What is known everywhere. */
const BUILTIN = knownOf(SPACED_BUILTINS);

function knownOf(names: Iterable<string>): Known {
  const keys = [...names].filter((name) => !ONE_WORD.test(name)).map((name) => normalizeContextKey(name));
  return { keys: new Set(keys), prefixes: new Set(keys.flatMap(beginnings)) };
}

function tracker(names: ReadonlySet<string>): ContextTracker<State> {
  const own = knownOf(names);
  const known: Known = {
    keys: new Set([...BUILTIN.keys, ...own.keys]),
    prefixes: new Set([...BUILTIN.prefixes, ...own.prefixes]),
  };
  return new ContextTracker<State>({
    start: new State([], known),
    strict: false,
    reduce(state, term, stack, input) {
      if (WORD.has(term)) return state.word(textOf(input, stack.pos));
      return NAME_END.has(term) ? state.end(DECLARED.has(term)) : state;
    },
  });
}
