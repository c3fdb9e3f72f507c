import type { PartyId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";

export const noParty = (partyId: PartyId): Refused =>
  new Refused(
    refuse(
      "missing",
      "people.no-party",
      { zh: "没有这位客户。", en: "There is no such party." },
      { partyId },
    ),
  );

/** A place to go on from that this list did not give. */
export const badCursor = (): Refused =>
  new Refused(
    refuse("invalid", "people.cursor", {
      zh: "翻页标记不对，请从第一页重新开始。",
      en: "The cursor is not one of this list's; start again from the first page.",
    }),
  );
