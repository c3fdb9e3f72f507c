/** Facts as they come, put into a frame. Whatever is not plainly right is left to the full reader. */
import { effectiveRange } from "../../facts/read.ts";
import type { Slot } from "../../ir/slots.ts";
import type { FactDecl, TermsDocument } from "../../terms/model.ts";
import { type CellReader, cellReader, NOT_PLAIN } from "./cells.ts";
import { type Frame, UNREAD } from "./frame.ts";
import type { Printer } from "./printer.ts";
import { type Quick, quickOf } from "./quick.ts";
import type { Scales } from "./scales.ts";

export type Entries = { readonly [name: string]: unknown };

export const isEntries = (x: unknown): x is Entries =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** How many facts were left unread, or −1 where the facts are not for the exact path. */
export interface FrameReader {
  readonly read: (input: Entries, frame: Frame) => number;
  /** The body of a function of `input` that does the same. */
  readonly print: (p: Printer) => string;
}

interface Part {
  readonly name: string;
  /** Fills the cells from its first; the number left unread, −1 where it cannot. */
  readonly read: (raw: unknown, frame: Frame) => number;
  /** The first cell, and its commonest form if it is the only one. */
  readonly at: number;
  readonly quick: Quick | null;
}

/** Reads the facts whose lists have the lengths for which the slots were made. */
export function frameReader(doc: TermsDocument, slots: readonly Slot[], scales: Scales): FrameReader {
  const parts = partsOf(doc, slots, scales);
  const governs = governing(doc, slots, scales);
  return {
    read: (input, frame) => {
      let given = 0;
      let unread = 0;
      for (const { name, read } of parts) {
        const raw = input[name];
        if (raw !== undefined) given++;
        const missing = read(raw, frame);
        if (missing < 0) return -1;
        unread += missing;
      }
      // A key that is no fact, or is written with other white space.
      if (keysOf(input) !== given) return -1;
      return governs(frame) ? unread : -1;
    },
    print: (p) => `let given = 0, unread = 0, x, u;
${parts.map((part) => partText(part, p)).join("\n")}
if (${p.constant(keysOf)}(input) !== given) return -1;
return ${p.constant(governs)}(frame) ? unread : -1;`,
  };
}

function partText({ name, read, at, quick }: Part, p: Printer): string {
  const given = `x = input[${p.text(name)}]; if (x !== undefined) given++;`;
  const general = `u = ${p.constant(read)}(x, frame); if (u < 0) return -1; unread += u;`;
  return quick === null
    ? `${given} ${general}`
    : `${given} if (${quick.is(p)}) facts[${at}] = ${quick.cell}; else { ${general} }`;
}

/** How many keys an object has itself. */
function keysOf(input: Entries): number {
  // What is inherited counts for nothing; usually nothing is, and then no list of names need be made.
  if (Object.getPrototypeOf(input) !== Object.prototype) return Object.keys(input).length;
  let count = 0;
  for (const _ in input) count++;
  return count;
}

function partsOf(doc: TermsDocument, slots: readonly Slot[], scales: Scales): readonly Part[] {
  const readers = slots.map((s) => cellReader(s.decl, scales.of(s.node)));
  const parts: Part[] = [];
  let at = 0;
  for (const [name, decl] of doc.facts) {
    const count = slotsOf(name, decl, slots, at);
    const single = count === 1 && slots[at]?.path === name;
    const own = readers.slice(at, at + count);
    const [first] = own;
    const quick = quickOf(decl, scales.ofSlot(at));
    if (single && first !== undefined) parts.push({ name, read: scalarPart(first, at), at, quick });
    else parts.push({ name, read: listPart(decl, own, at), at, quick: null });
    at += count;
  }
  return parts;
}

function slotsOf(name: string, decl: FactDecl, slots: readonly Slot[], at: number): number {
  if (decl.type.kind !== "list" && decl.type.kind !== "records") return 1;
  let count = 0;
  while (slots[at + count]?.path === name || slots[at + count]?.path.startsWith(`${name}[`)) count++;
  return count;
}

const scalarPart =
  (read: CellReader, at: number): Part["read"] =>
  (raw, frame) => {
    const cell = read(raw);
    if (cell === NOT_PLAIN) return -1;
    frame.facts[at] = cell;
    return cell === UNREAD ? 1 : 0;
  };

function listPart(decl: FactDecl, readers: readonly CellReader[], at: number): Part["read"] {
  const fields = decl.type.kind === "records" ? [...decl.type.fields.keys()] : null;
  return (raw, frame) => {
    const cells = Array.isArray(raw) ? cellsOf(raw, fields) : null;
    if (cells === null || cells.length !== readers.length) return -1;
    let unread = 0;
    for (let i = 0; i < readers.length; i++) {
      const cell = readers[i]?.(cells[i]) ?? NOT_PLAIN;
      if (cell === NOT_PLAIN) return -1;
      frame.facts[at + i] = cell;
      if (cell === UNREAD) unread++;
    }
    return unread;
  };
}

/** The elements, or their fields one after another; null where one of them has other fields. */
function cellsOf(raw: readonly unknown[], fields: readonly string[] | null): readonly unknown[] | null {
  if (fields === null) return raw;
  const out: unknown[] = [];
  for (const item of raw) {
    if (!isEntries(item)) return null;
    let given = 0;
    for (const f of fields) {
      if (item[f] !== undefined) given++;
      out.push(item[f]);
    }
    if (Object.keys(item).length !== given) return null;
  }
  return out;
}

/** Whether the governing fact lies inside the period. */
function governing(doc: TermsDocument, slots: readonly Slot[], scales: Scales): (frame: Frame) => boolean {
  const index = slots.findIndex((s) => s.path === doc.governs);
  const slot = slots[index];
  if (doc.governs === null || slot === undefined) return () => true;
  const [low, high] = effectiveRange(doc, doc.governs).map((n) => n.toNumber());
  const scale = scales.of(slot.node);
  if (scale !== 0 || low === undefined || high === undefined) return () => false;
  return ({ facts }) => {
    const x = facts[index];
    return typeof x === "number" && x >= low && x <= high;
  };
}
