import { z } from "zod";
import { InvalidInput } from "./invalid-input.ts";

/** Where a page ended, in a list that is newest first. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const Written = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque place to go on from. */
export const cursorAt = ({ at, id }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

/** @throws InvalidInput naming `cursor` where it is none that `cursorAt` made */
export const placeAt = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  try {
    const [at, id] = Written.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    throw new InvalidInput([
      {
        in: "query",
        field: "cursor",
        zh: "不是这个列表给出的翻页位置，请从第一页重新开始",
        en: "is no place of this list's; start from the first page",
      },
    ]);
  }
};

/** A page of what was read one row beyond it, to know whether the list goes on. */
export const pageFrom = <T>(
  found: readonly { readonly item: T; readonly place: Place }[],
  limit: number,
  total: number,
): { items: T[]; next: string | null; total: number } => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next: found.length > limit && last ? cursorAt(last.place) : null,
    total,
  };
};
