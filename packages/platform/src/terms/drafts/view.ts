import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { termsOf } from "../signed.ts";
import { neighboursOf } from "./check.ts";
import type { DraftId, DraftSummary, DraftView } from "./contract.ts";
import { type DraftState, whyNotSign } from "./model.ts";
import { no } from "./refusals.ts";
import { type Draft, doer, stepsOf, textOf } from "./store.ts";
import { digestOf } from "./writing.ts";

type Staff = Context<StaffActor>;

export const summaryOf = (state: DraftState): DraftSummary => ({
  draftId: state.draftId,
  version: state.version,
  status: state.status,
  termsId: state.termsId,
  title: state.title,
  digest: state.digest,
  changedAt: state.changedAt,
  authors: [...state.authors],
  signatures: [...state.signatures],
  remark: state.remark,
});

const notSigning = (context: Staff, state: DraftState): DraftView["notSigning"] => {
  if (state.status !== "submitted") return null;
  if (!context.actor.permissions.has("terms.sign")) return "no-permission";
  return whyNotSign(state, doer(context));
};

const mayOf = (context: Staff, state: DraftState): DraftView["may"] => {
  const { permissions } = context.actor;
  const writes = permissions.has("terms.draft");
  const waiting = state.status === "submitted";
  return {
    edit: writes && state.status === "draft",
    submit: writes && state.status === "draft",
    sign: waiting && permissions.has("terms.sign") && whyNotSign(state, doer(context)) === null,
    return: waiting && (writes || permissions.has("terms.sign")),
    withdraw: writes && (waiting || state.status === "draft"),
  };
};

/** A draft with its steps, and what this person may do with it. */
export const viewOf = async (context: Staff, { state, source }: Draft): Promise<DraftView> => ({
  ...summaryOf(state),
  source,
  steps: (await stepsOf(context, state.draftId)).map((step) => ({ ...step, at: step.at.toISOString() })),
  neighbours: neighboursOf(await termsOf(context)),
  may: mayOf(context, state),
  notSigning: notSigning(context, state),
});

/** The text of one step that wrote it. @throws Refused `terms.no-draft` */
export const textAt = async (context: Staff, draftId: DraftId, version: number) => {
  const source = await textOf(context, draftId, version);
  if (source === null) throw new Refused(no.missing());
  return { version, source, digest: digestOf(source) };
};
