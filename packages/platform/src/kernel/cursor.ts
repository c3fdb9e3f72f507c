import { z } from "zod";
import { Refused, refuse } from "./refusal.ts";

/** A place in a list that is newest first: its time, and an id where two have one time. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const Written = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque place to go on from. */
export const cursorAt = ({ at, id }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

/** @throws Refused `<list>.cursor` where it was not made by `cursorAt` */
export const placeAt = (cursor: string | undefined, list: string): Place | null => {
  if (cursor === undefined) return null;
  try {
    const [at, id] = Written.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    throw new Refused(
      refuse(
        "invalid",
        `${list}.cursor`,
        { zh: "翻页位置无效，请从第一页重新开始。", en: "The cursor is not one; start from the first page." },
        { cursor },
      ),
    );
  }
};
