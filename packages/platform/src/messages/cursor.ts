import { z } from "zod";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { MessagePlace } from "./store.ts";

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque place to go on from in a list that is newest first. */
export const cursorAt = ({ at, id }: MessagePlace): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

/** @throws Refused `messages.cursor` where it was not made by `cursorAt` */
export const placeAt = (cursor: string | undefined): MessagePlace | null => {
  if (cursor === undefined) return null;
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    throw new Refused(
      refuse(
        "invalid",
        "messages.cursor",
        { zh: "翻页位置无效，请从第一页重新开始。", en: "The cursor is not one; start from the first page." },
        { cursor },
      ),
    );
  }
};
