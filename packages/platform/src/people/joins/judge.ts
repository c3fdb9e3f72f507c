import { record } from "../../access/index.ts";
import type { PartyId } from "../../kernel/ids.ts";
import { orRefuse, Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { noParty } from "../refusals.ts";
import { decideVerdict, mainOf, type VerdictCommand } from "./model.ts";
import { evidenceOf, lockRecords, recordsOf, standingVerdicts, writeMains } from "./store.ts";

type Staff = Context<StaffActor>;

/** Locks all records shown with either of the two and decides; a record that is not there is refused. */
const decide = async (context: Staff, command: VerdictCommand) => {
  const ids = [
    ...new Set([
      ...(await recordsOf(context.tx, command.party)),
      ...(await recordsOf(context.tx, command.other)),
    ]),
  ];
  const records = await lockRecords(context.tx, ids);
  for (const asked of [command.party, command.other])
    if (!records.some(({ partyId }) => partyId === asked)) throw noParty(asked);
  // Read after the lock: a join of a moment ago counts.
  const standing = await standingVerdicts(context.tx, ids);
  return { standing, found: orRefuse(decideVerdict(command, records, standing)) };
};

/**
 * A named person finds two records to be one person's, or two people's, and says why; noted under both records.
 * @returns the verdict, and the record that a join is shown under
 */
export const judge = async (
  context: Staff,
  command: VerdictCommand,
  reason: string,
): Promise<{ verdictId: string; main: PartyId }> => {
  const { standing, found } = await decide(context, command);
  const evidence = await evidenceOf(context.tx, command.party, command.other);
  const verdictId = context.newId();
  await context.tx
    .insertInto("party_verdict")
    .values({
      party_id: found.party,
      verdict_id: verdictId,
      institution_id: context.actor.institutionId,
      other_party_id: found.other,
      verdict: found.verdict,
      main_party_id: found.verdict === "same" ? found.other : null,
      reason,
      evidence: JSON.stringify(evidence),
      by_id: context.actor.staffId,
      by_name: context.actor.name,
      at: context.clock.now(),
    })
    .execute();
  const after = [...standing, found];
  await writeMains(context.tx, after);
  for (const partyId of [found.party, found.other])
    await record(context, {
      action: found.verdict === "same" ? "people.join" : "people.keep-apart",
      subject: { kind: "party", id: partyId === found.party ? found.other : found.party },
      partyId,
      purpose: reason,
      detail: { verdictId, evidence },
    });
  return { verdictId, main: mainOf(after, found.party) };
};

/** Undoes one verdict: both records stand, and are shown, as they did before it. */
export const undo = async (
  context: Staff,
  partyId: PartyId,
  verdictId: string,
  reason: string,
): Promise<void> => {
  const ids = await recordsOf(context.tx, partyId);
  await lockRecords(context.tx, ids);
  const undone = await context.tx
    .updateTable("party_verdict")
    .set({
      undone_by_id: context.actor.staffId,
      undone_by_name: context.actor.name,
      undone_at: context.clock.now(),
      undone_reason: reason,
    })
    .where("party_id", "in", ids)
    .where("verdict_id", "=", verdictId)
    .where("undone_at", "is", null)
    .returning(["party_id", "other_party_id", "verdict"])
    .executeTakeFirst();
  if (!undone) throw nothingToUndo(partyId, verdictId);
  await writeMains(context.tx, await standingVerdicts(context.tx, ids));
  for (const [one, other] of [
    [undone.party_id, undone.other_party_id],
    [undone.other_party_id, undone.party_id],
  ] as [PartyId, PartyId][])
    await record(context, {
      action: undone.verdict === "same" ? "people.undo-join" : "people.undo-keep-apart",
      subject: { kind: "party", id: other },
      partyId: one,
      purpose: reason,
      detail: { verdictId },
    });
};

const nothingToUndo = (partyId: PartyId, verdictId: string): Refused =>
  new Refused(
    refuse(
      "missing",
      "people.nothing-to-undo",
      {
        zh: "没有这项认定，或已被撤销。请刷新页面。",
        en: "There is no such verdict, or it was undone already. Reload the page.",
      },
      { partyId, verdictId },
    ),
  );
