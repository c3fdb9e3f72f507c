/** Deciding by boxes, with programs for each shape of the lists. */
import { boxesOf } from "./boxes/index.ts";
import type { Engine } from "./engine.ts";
import type { Exact } from "./exact/index.ts";
import { isEntries } from "./exact/input.ts";

/** Programs of more shapes than this are made anew each time. */
const MAX_PROGRAMS = 16;
/** Longer lists are left to the full engine. */
const MAX_ELEMENTS = 200;

/** Where some facts are bounded or unknown; null where only the full engine can tell. Without its explanation. */
export function byBoxes(engine: Engine): Exact {
  const { resolved } = engine;
  const lists = [...resolved.doc.facts.values()].flatMap((f) =>
    f.type.kind === "list" || f.type.kind === "records" ? [f.name] : [],
  );
  const programs = new Map<string, Exact>();
  const program = (lengths: ReadonlyMap<string, number>): Exact => {
    const key = [...lengths].join(";");
    const found = programs.get(key);
    if (found !== undefined) return found;
    const made = boxesOf(resolved, engine.space(lengths).graph);
    if (programs.size < MAX_PROGRAMS) programs.set(key, made);
    return made;
  };
  let own: Exact | null = null;
  return (facts) => {
    if (lists.length === 0) {
      own ??= program(new Map());
      return own(facts);
    }
    const lengths = knownLengths(facts, lists);
    return lengths === null ? null : program(lengths)(facts);
  };
}

/** The lengths of the lists that are known; null where one is too long. */
function knownLengths(facts: unknown, lists: readonly string[]): ReadonlyMap<string, number> | null {
  if (!isEntries(facts)) return null;
  const lengths = new Map<string, number>();
  for (const name of lists) {
    const raw = facts[name];
    if (raw === undefined || raw === null) continue;
    if (!Array.isArray(raw) || raw.length > MAX_ELEMENTS) return null;
    lengths.set(name, raw.length);
  }
  return lengths;
}
