import type { CasePlace } from "../cases/index.ts";
import { Refused, refuse } from "../kernel/refusal.ts";

/** An opaque place in a list that is newest first. */
export const writeCursor = ({ at, id }: CasePlace): string =>
  Buffer.from(`${at.toISOString()}|${id}`).toString("base64url");

/** @throws Refused `claims.cursor` where it is none that this list gave */
export const readCursor = (cursor: string | undefined): CasePlace | null => {
  if (cursor === undefined) return null;
  const [time = "", id = ""] = Buffer.from(cursor, "base64url").toString().split("|");
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Refused(
      refuse("invalid", "claims.cursor", {
        zh: "翻页位置无效，请从第一页重新开始。",
        en: "This cursor is not valid; start from the first page.",
      }),
    );
  return { at, id };
};
