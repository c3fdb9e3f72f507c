/** Facts as they come, into the box. */
import { effectiveRange } from "../../facts/read.ts";
import type { TermsDocument } from "../../terms/model.ts";
import { type Entries, isEntries } from "../exact/input.ts";
import { YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { type Setter, setter } from "./domains.ts";

/** Whether the governing fact may lie outside the period; null where the facts are not for the boxes. */
export type BoxReader = (input: unknown) => { readonly governsOpen: boolean } | null;

const OPEN = { governsOpen: true } as const;
const CLOSED = { governsOpen: false } as const;
const MAX_FREE = 32;

interface Place {
  readonly name: string;
  readonly element: number | null;
  readonly field: string | null;
  readonly fact: Fact | undefined;
  readonly set: Setter | null;
}

export function boxReader(doc: TermsDocument, cells: Cells): BoxReader {
  const { slots } = cells.graph;
  const places = slots.map((slot, i): Place => {
    const fact = cells.box.facts[i];
    const [, name, element, field] = /^(.*?)(?:\[(\d+)\](?:\.(.*))?)?$/s.exec(slot.path) ?? [];
    return {
      name: doc.facts.has(slot.path) ? slot.path : (name ?? slot.path),
      element: element === undefined || doc.facts.has(slot.path) ? null : Number(element) - 1,
      field: field ?? null,
      fact,
      set: fact === undefined ? null : setter(slot, fact, cells),
    };
  });
  const governs = governing(doc, places);
  return (input) => {
    if (!isEntries(input) || !isWhole(input, doc)) return null;
    const { free } = cells.box;
    cells.box.begin();
    for (const place of places) {
      const raw = rawOf(input, place);
      if (raw === WRONG) return null;
      const state = place.set === null ? listState(raw) : place.set(raw);
      if (state === "other") return null;
      if (place.fact === undefined) continue;
      place.fact.bit = 0;
      if (state === "free" && free.length >= MAX_FREE) return null;
      if (state === "free") {
        place.fact.bit = 1 << free.length;
        free.push(place.fact);
      }
    }
    return governs(free);
  };
}

const WRONG = Symbol("wrong");

/** A list of which nothing is known has a slot that nothing may read. */
const listState = (raw: unknown): "free" | "other" => (raw === undefined || raw === null ? "free" : "other");

function rawOf(input: Entries, place: Place): unknown {
  const raw = input[place.name];
  if (place.element === null) return raw;
  const item: unknown = Array.isArray(raw) ? raw[place.element] : WRONG;
  if (place.field === null || item === WRONG) return item;
  return isEntries(item) ? item[place.field] : WRONG;
}

/** Whether every key names a fact, or a field of its elements, as it is declared. */
function isWhole(input: Entries, { facts }: TermsDocument): boolean {
  for (const key in input) {
    const type = facts.get(key)?.type;
    if (type === undefined) return false;
    if (type.kind === "records" && !hasFields(input[key], type.fields)) return false;
  }
  return true;
}

function hasFields(raw: unknown, fields: ReadonlyMap<string, unknown>): boolean {
  if (!Array.isArray(raw)) return true;
  for (const item of raw as readonly unknown[]) {
    if (!isEntries(item)) return false;
    for (const field in item) if (!fields.has(field)) return false;
  }
  return true;
}

/** Cuts the governing fact to the period. */
function governing(doc: TermsDocument, places: readonly Place[]): (free: Fact[]) => ReturnType<BoxReader> {
  if (doc.governs === null) return () => CLOSED;
  const place = places.find((p) => p.name === doc.governs);
  const fact = place?.fact;
  if (fact === undefined || fact.kind !== "number") return () => null;
  const [low, high] = effectiveRange(doc, doc.governs).map((n) => n.toNumber());
  if (low === undefined || high === undefined) return () => null;
  return (free) => {
    if (fact.mask === YES && fact.lo >= low && fact.hi <= high) return CLOSED;
    if (fact.bit === 0) return null;
    const [least, most] = [Math.max(low, fact.lo), Math.min(high, fact.hi)];
    // One day left, or a few values, or a grid of more than a unit: the full reader cuts those.
    if (!(least < most) || fact.values !== null || fact.step !== 1) return null;
    fact.lo = least;
    fact.hi = most;
    fact.mask = YES;
    return free.length > 0 ? OPEN : null;
  };
}
