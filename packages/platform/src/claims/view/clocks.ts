import { type Clock, daysBetween, type Extension, lawNames } from "../../clocks/index.ts";
import { StaffId, TermsId } from "../../kernel/ids.ts";
import type { ClaimView } from "../contract.ts";

const isOver = ({ state }: Clock): boolean => state === "met" || state === "late" || state === "ended";

export const clocksView = (clocks: readonly Clock[], now: string): ClaimView["clocks"] =>
  clocks.map(({ lane, law, terms, ...clock }) => ({
    ...clock,
    name: lane,
    terms: TermsId.parse(terms),
    law: lawNames(law),
    daysLeft:
      clock.due === null || isOver({ lane, law, terms, ...clock }) ? null : daysBetween(now, clock.due),
  }));

export const extensionsView = (extensions: readonly Extension[]): ClaimView["extensions"] =>
  extensions.map((one) => ({
    extensionId: one.extensionId,
    family: one.family,
    clause: one.clause,
    name: one.lane,
    status: one.status,
    due: one.due,
    until: one.until,
    reason: one.reason,
    requester: StaffId.parse(one.requester.id),
    requestedBy: one.requester.name,
    requestedAt: one.requested.at,
    decidedBy: one.decided?.by ?? null,
    decidedAt: one.decided?.at ?? null,
    refusedWhy: one.refusedWhy,
    message: one.message && { to: one.message.to, text: one.message.text },
    toldAt: one.toldAt,
  }));
