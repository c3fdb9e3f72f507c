/** Programs that decide, one for each shape of a document's lists: how many elements each has. */
import type { Resolved } from "../terms/resolve.ts";
import type { Exact } from "./exact/index.ts";
import { isEntries } from "./exact/input.ts";

/** How long each list is that has a known length. */
export type Lengths = ReadonlyMap<string, number>;

/** Programs of more shapes than this are made anew each time. */
const MAX_PROGRAMS = 16;
/** Longer lists are left to the full engine, which says where they are too long. */
const MAX_ELEMENTS = 200;

/** @param unknownToo whether a program is made also where a list is not known at all */
export function byShape(resolved: Resolved, make: (lengths: Lengths) => Exact, unknownToo: boolean): Exact {
  const lists = [...resolved.doc.facts.values()].flatMap((f) =>
    f.type.kind === "list" || f.type.kind === "records" ? [f.name] : [],
  );
  const programs = new Map<string, Exact>();
  const program = (lengths: Lengths): Exact => {
    const key = [...lengths].join(";");
    const found = programs.get(key);
    if (found !== undefined) return found;
    const made = make(lengths);
    if (programs.size < MAX_PROGRAMS) programs.set(key, made);
    return made;
  };
  let only: Exact | null = null;
  if (lists.length === 0)
    return (facts) => {
      only ??= make(new Map());
      return only(facts);
    };
  return (facts) => {
    const lengths = lengthsOf(facts, lists, unknownToo);
    return lengths === null ? null : program(lengths)(facts);
  };
}

/** The lengths of the lists; null where one is none, too long or, unless it may be, unknown. */
function lengthsOf(facts: unknown, lists: readonly string[], unknownToo: boolean): Lengths | null {
  if (!isEntries(facts)) return null;
  const lengths = new Map<string, number>();
  for (const name of lists) {
    const raw = facts[name];
    if (unknownToo && (raw === undefined || raw === null)) continue;
    if (!Array.isArray(raw) || raw.length > MAX_ELEMENTS) return null;
    lengths.set(name, raw.length);
  }
  return lengths;
}
