import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { isUsed } from "../editions.ts";
import { terms } from "../library.ts";
import { signedEditions, termsOf } from "../signed.ts";
import { errorsOf } from "./check.ts";
import type { DraftId } from "./contract.ts";
import { no } from "./refusals.ts";
import { act, type Draft, loadDraftAt } from "./store.ts";

type Staff = Context<StaffActor>;

/** An id that is taken, by whatever text, is not given again. @throws Refused `terms.edition-exists` */
const refuseTaken = async (context: Staff, id: string): Promise<void> => {
  if (terms.get(id)) throw new Refused(no.taken(id, "folder"));
  if ((await signedEditions(context)).has(id)) throw new Refused(no.taken(id, "signed"));
  if (await isUsed(context, id)) throw new Refused(no.taken(id, "used"));
};

/** Nothing with an error is submitted or signed. @throws Refused `terms.edition-exists`, `terms.check-failed` */
const refuseUnfit = async (context: Staff, { state, source }: Draft): Promise<void> => {
  await refuseTaken(context, state.termsId);
  const errors = errorsOf(await termsOf(context), source);
  if (errors.length === 0) return;
  // Where the very id was signed in this moment, that is what is wrong, and not that the two overlap.
  await refuseTaken(context, state.termsId);
  throw new Refused(no.check(errors));
};

/** 提交签发. @throws Refused */
export const submit = async (context: Staff, draftId: DraftId, version: number): Promise<Draft> => {
  const before = await loadDraftAt(context, draftId, version);
  const after = await act(context, { draftId, before }, { type: "submitted", digest: before.state.digest });
  await refuseUnfit(context, before);
  return after;
};

/** The edition that two have signed, written down for good. A race for one id is lost by the later. */
const publish = async (context: Staff, { state, source }: Draft): Promise<void> => {
  const [first, second] = state.signatures;
  const author = state.authors.at(-1);
  if (!first || !second || !author) throw new Error("terms: an edition is signed by two and written by one");
  const { numInsertedOrUpdatedRows } = await context.tx
    .insertInto("terms_signed")
    .values({
      institution_id: context.actor.institutionId,
      terms_id: state.termsId,
      digest: state.digest,
      source,
      draft_id: state.draftId,
      signed_at: context.clock.now(),
      last_author: author.id,
      first_signer: first.id,
      first_signer_name: first.name,
      second_signer: second.id,
      second_signer_name: second.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new Refused(no.taken(state.termsId, "signed"));
};

/** 签发: the first signature waits for the second; with it the edition is in the library. @throws Refused */
export const sign = async (
  context: Staff,
  draftId: DraftId,
  given: { readonly version: number; readonly digest: string },
): Promise<Draft> => {
  const before = await loadDraftAt(context, draftId, given.version);
  const after = await act(context, { draftId, before }, { type: "signed", digest: given.digest });
  await refuseUnfit(context, before);
  if (after.state.status === "signed") await publish(context, after);
  return after;
};
