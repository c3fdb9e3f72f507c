import type { Messages } from "../types.ts";
import { access } from "./access.ts";
import { audit } from "./audit.ts";
import { claim } from "./claim.ts";
import { claims } from "./claims.ts";
import { clocks } from "./clocks.ts";
import { common } from "./common.ts";
import { compare } from "./compare.ts";
import { consumer } from "./consumer.ts";
import { drafts } from "./drafts.ts";
import { duplicates } from "./duplicates.ts";
import { end } from "./end.ts";
import { files } from "./files.ts";
import { imports } from "./imports.ts";
import { money } from "./money.ts";
import { outbox } from "./outbox.ts";
import { past } from "./past.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { report } from "./report.ts";
import { search } from "./search.ts";
import { shell } from "./shell.ts";
import { terms } from "./terms.ts";
import { today } from "./today.ts";

/** The page's words in English: every key of the Chinese. */
export const en: Messages = {
  access,
  audit,
  claim,
  claims,
  clocks,
  common,
  compare,
  consumer,
  drafts,
  duplicates,
  end,
  files,
  imports,
  money,
  outbox,
  past,
  payments,
  people,
  policies,
  report,
  search,
  shell,
  terms,
  today,
};
