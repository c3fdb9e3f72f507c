import { record } from "../access/index.ts";
import { countCases, listCases, readCase, readContent } from "../cases/index.ts";
import { type Bound, bind, cursorAt, placeAt } from "../http/index.ts";
import { parseYuan } from "../kernel/money.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor } from "../store/index.ts";
import { withdrawFinding as withdraw, withdrawEvidence } from "./commands/findings.ts";
import * as contract from "./contract.ts";
import { explainCase } from "./explained/explain.ts";
import { exportCases } from "./export.ts";
import { extensionApi } from "./extension/api.ts";
import { lifeApi } from "./life/api.ts";
import type { ClaimState } from "./model/state.ts";
import { pastDecisions, redecide } from "./past/redecide.ts";
import { dropFile } from "./shell/add-file.ts";
import { act } from "./shell/commit.ts";
import { enterFinding } from "./shell/finding.ts";
import { sendNoticeOnce } from "./shell/notice.ts";
import { prepareDue } from "./shell/prepare.ts";
import { replayDecisions } from "./shell/replay.ts";
import { openClaim } from "./shell/report.ts";
import { summaryOf } from "./view/summary.ts";
import { readClaimView } from "./view/view.ts";

const shown = (context: Context<StaffActor>, { caseId }: Pick<ClaimState, "caseId">) =>
  readClaimView(context, caseId);

const reading: Bound[] = [
  bind(contract.listClaims, async (context, { query }) => {
    const filter = {
      status: query.status,
      q: query.q,
      handler: query.mine === "true" ? context.actor.staffId : undefined,
    };
    const rows = await listCases(context, filter, {
      after: placeAt(query.cursor),
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      items: page.map(summaryOf),
      next: last ? cursorAt({ at: last.openedAt, id: last.caseId }) : null,
      total: await countCases(context, filter),
    };
  }),
  bind(contract.exportClaims, (context, { query }) => exportCases(context, query)),
  bind(contract.readClaim, async (context, { params }) => {
    const { partyId } = await readCase(context, params.caseId);
    await record(context, { action: "claims.read", subject: { kind: "case", id: params.caseId }, partyId });
    return readClaimView(context, params.caseId);
  }),
  bind(contract.readFile, async (context, { params }) => {
    const key = await readCase(context, params.caseId);
    const file = await readContent(context, key, params.evidenceId);
    await record(context, {
      action: "claims.read-file",
      subject: { kind: "evidence", id: params.evidenceId },
      partyId: key.partyId,
      detail: { caseId: params.caseId, sha256: file.sha256 },
    });
    return { filename: file.filename, mediaType: file.mediaType, content: file.content };
  }),
  bind(contract.explainClaim, async (context, { params }) => ({
    items: await explainCase(context, params.caseId),
  })),
  bind(contract.listDecisions, async (context, { params }) => ({
    items: await pastDecisions(context, params.caseId),
  })),
  bind(contract.redecideClaim, (context, { params }) => redecide(context, params.caseId, params.version)),
  bind(contract.replayClaim, (context, { params }) => replayDecisions(context, params.caseId)),
];

const writing: Bound[] = [
  bind(contract.reportClaim, async (context, { body }) => shown(context, await openClaim(context, body))),
  bind(contract.addFile, async (context, { params, body, file }) => {
    if (!file)
      throw new Refused(
        refuse("invalid", "claims.no-file", { zh: "没有收到文件。", en: "No file was received." }),
      );
    const { state, read } = await dropFile(context, {
      caseId: params.caseId,
      version: body.version,
      ownerConfirmed: body.owner === "insured",
      file,
    });
    return { claim: await shown(context, state), read };
  }),
  bind(contract.withdrawFile, async (context, { params, body }) => {
    const { evidenceId } = params;
    const note = { action: "claims.withdraw-file", detail: { evidenceId } };
    const command = { evidenceId, reason: body.reason };
    return shown(
      context,
      await act(context, params.caseId, body.version, note, (state) => withdrawEvidence(state, command)),
    );
  }),
  bind(contract.recordFinding, async (context, { params, body }) =>
    shown(
      context,
      await enterFinding(context, {
        ...body,
        caseId: params.caseId,
        evidenceId: body.evidenceId ?? null,
        policyId: body.policyId ?? null,
      }),
    ),
  ),
  bind(contract.withdrawFinding, async (context, { params, body }) => {
    const { findingId } = params;
    const note = { action: "claims.withdraw-finding", detail: { findingId } };
    const command = { findingId, reason: body.reason };
    return shown(
      context,
      await act(context, params.caseId, body.version, note, (state) => withdraw(state, command)),
    );
  }),
  bind(contract.sendNotice, async (context, { params, body }) =>
    shown(context, await sendNoticeOnce(context, params.caseId, body.version)),
  ),
  bind(contract.preparePayment, async (context, { params, body }) => {
    const amount = parseYuan(body.amount);
    if (amount === null) throw new Error(`claims: ${body.amount} passed its shape and is no amount`);
    return shown(
      context,
      await prepareDue(context, { caseId: params.caseId, version: body.version, amount }),
    );
  }),
];

export const claimsApi: Bound[] = [...reading, ...writing, ...lifeApi, ...extensionApi];
