import { type Bound, bind, bindEntry } from "../http/index.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import { answer, cancel } from "./act.ts";
import {
  answerInstruction,
  cancelInstruction,
  configureCore,
  exportInstructions,
  importAnswers,
  listInstructions,
  readCore,
  releaseInstructions,
  takeCoreMessage,
} from "./contract.ts";
import { outgoing, release, takeAnswers } from "./files.ts";
import { readLink, setLink } from "./link.ts";
import { listAll, readCoreView } from "./list.ts";
import { takeMessage } from "./webhook.ts";

const no = (code: string, zh: string, en: string): Refused =>
  new Refused(refuse("invalid", code, { zh, en }));

/** The ways in to the core system. */
export const coreApi: Bound[] = [
  bind(listInstructions, (context, { query }) => listAll(context, query)),
  bind(readCore, (context) => readCoreView(context)),
  bind(configureCore, async (context, { body }) => {
    const { secret: before } = await readLink(context);
    const secret = body.secret ?? before;
    if (body.mode === "rest" && secret === null)
      throw no("core.no-secret", "REST 方式需要签名密钥。", "REST needs a secret to sign with.");
    const { mode, resendMinutes } = body;
    await setLink(context, { mode, url: body.url ?? null, secret, resendMinutes });
    return readCoreView(context);
  }),
  bind(answerInstruction, (context, { params, body }) => answer(context, params, body)),
  bind(cancelInstruction, (context, { params, body }) => cancel(context, params, body.reason)),
  bind(releaseInstructions, (context) => release(context)),
  bind(exportInstructions, (context) => outgoing(context)),
  bind(importAnswers, (context, { file }) => {
    if (!file) throw no("core.no-file", "请选择答复文件。", "Choose the file of answers.");
    return takeAnswers(context, file);
  }),
  bindEntry(takeCoreMessage, (entry, { body }) => takeMessage(entry, body)),
];
