import { record } from "../../access/index.ts";
import type { Download } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import type { ClockKind } from "../model/kinds.ts";
import { listClocks } from "../store/list.ts";
import { CALENDAR_MEDIA_TYPE, calendarOf } from "./ics.ts";

const MOST = 100;

/** One subject's clocks as a calendar file; those that are done or have no day are not in it. @throws Refused `clocks.none` */
export const subjectCalendar = async (
  context: Context<StaffActor>,
  { kind, subjectId }: { readonly kind: ClockKind; readonly subjectId: string },
): Promise<Download> => {
  const rows = await listClocks(context, { kind, subjectId }, { after: null, limit: MOST });
  const [first] = rows;
  if (!first)
    throw new Refused(
      refuse(
        "missing",
        "clocks.none",
        { zh: "没有这件事项，或者它没有时限。", en: "There is no such subject, or it has no clocks." },
        { kind, subjectId },
      ),
    );
  const open = rows.filter(({ doneAt, state }) => doneAt === null && state !== "ended" && state !== "late");
  await record(context, {
    action: "clocks.download",
    subject: { kind: "case", id: subjectId },
    partyId: first.partyId,
  });
  const content = calendarOf(`时限 ${first.number}`, open, context.clock.now());
  return { filename: `时限-${first.number}.ics`, mediaType: CALENDAR_MEDIA_TYPE, content };
};
