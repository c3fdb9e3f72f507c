import { type Bound, bind } from "../../http/index.ts";
import { orRefuse, type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import * as contract from "./contract.ts";
import type { DraftCommand, Writing } from "./model.ts";
import { no } from "./refusals.ts";
import { sign, submit } from "./sign.ts";
import { act, allDrafts, loadDraft, loadDraftAt } from "./store.ts";
import { summaryOf, textAt, viewOf } from "./view.ts";
import { writingOf, writingOfFile } from "./writing.ts";

type Staff = Context<StaffActor>;

const start = async (context: Staff, writing: Writing | Refusal) => {
  const draftId = contract.DraftId.parse(context.newId());
  const command = { type: "created", ...orRefuse(writing) } as const;
  return viewOf(context, await act(context, { draftId, before: null }, command));
};

const change = async (
  context: Staff,
  draftId: contract.DraftId,
  version: number,
  command: DraftCommand,
): Promise<contract.DraftView> => {
  const before = await loadDraftAt(context, draftId, version);
  return viewOf(context, await act(context, { draftId, before }, command));
};

const refuseStranger = ({ actor: { permissions } }: Staff): void => {
  if (!permissions.has("terms.draft") && !permissions.has("terms.sign")) throw new Refused(no.notReviewer());
};

const reading: Bound[] = [
  bind(contract.listDrafts, async (context) => ({ items: (await allDrafts(context)).map(summaryOf) })),
  bind(contract.readDraft, async (context, { params }) =>
    viewOf(context, await loadDraft(context, params.draftId)),
  ),
  bind(contract.readDraftVersion, (context, { params }) => textAt(context, params.draftId, params.version)),
];

const writing: Bound[] = [
  bind(contract.createDraft, (context, { body }) => start(context, writingOf(body.source))),
  bind(contract.uploadDraft, (context, { file }) =>
    start(context, writingOfFile(file?.content ?? new Uint8Array())),
  ),
  bind(contract.saveDraft, (context, { params, body }) =>
    change(context, params.draftId, body.version, { type: "saved", ...orRefuse(writingOf(body.source)) }),
  ),
];

const signing: Bound[] = [
  bind(contract.submitDraft, async (context, { params, body }) =>
    viewOf(context, await submit(context, params.draftId, body.version)),
  ),
  bind(contract.signDraft, async (context, { params, body }) =>
    viewOf(context, await sign(context, params.draftId, body)),
  ),
  bind(contract.returnDraft, (context, { params, body }) => {
    refuseStranger(context);
    return change(context, params.draftId, body.version, { type: "returned", remark: body.remark });
  }),
  bind(contract.withdrawDraft, (context, { params, body }) =>
    change(context, params.draftId, body.version, { type: "withdrawn", remark: body.remark }),
  ),
];

/** 起草与签发 */
export const draftsApi: Bound[] = [...reading, ...writing, ...signing];
