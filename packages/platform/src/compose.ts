import { accessApi, authenticator } from "./access/index.ts";
import {
  claimsApi,
  claimsJobs,
  countPast,
  followPayment,
  pastDecisions,
  refreshCasesOf,
} from "./claims/index.ts";
import { clocksApi, noteAlerts } from "./clocks/index.ts";
import { consumerApi } from "./consumer/index.ts";
import { type CoreListener, coreApi, coreJobs, onCoreChanged } from "./core/index.ts";
import { directory } from "./directory.ts";
import type { Bound } from "./http/index.ts";
import type { Authenticate } from "./http/signed-in.ts";
import { importsApi, importsJobs } from "./imports/index.ts";
import type { Job, Sweep } from "./jobs/index.ts";
import type { Clock } from "./kernel/clock.ts";
import { messagesApi, messagesJobs } from "./messages/index.ts";
import { onPaymentChanged, paymentsApi, paymentsJobs, tellPayee } from "./payments/index.ts";
import { fillSounds, peopleApi } from "./people/index.ts";
import { personSources } from "./person-sources.ts";
import { followEndorsement, policiesApi } from "./policies/index.ts";
import { searchApi } from "./search/index.ts";
import type { Store } from "./store/index.ts";
import { termsApi } from "./terms/index.ts";
import { todayApi } from "./today/index.ts";

/** An open case reads its policies: what the core settled there, it must see. */
const refreshAfterCore: CoreListener = async (context, { partyId, status }) => {
  if (status === "settled") await refreshCasesOf(context, [partyId]);
};

export interface Platform {
  readonly operations: readonly Bound[];
  readonly jobs: readonly Job[];
  readonly sweeps: readonly Sweep[];
  readonly authenticate: Authenticate;
}

/** Joins the capabilities: what each needs of another is handed over here, so that none imports a circle. */
export const compose = (parts: { readonly store: Store; readonly clock: Clock }): Platform => {
  onPaymentChanged(followPayment, tellPayee);
  onCoreChanged(followEndorsement, refreshAfterCore);
  return {
    operations: [
      ...accessApi(directory),
      ...todayApi,
      ...claimsApi,
      ...clocksApi,
      ...peopleApi(personSources),
      ...policiesApi,
      ...searchApi,
      ...coreApi,
      ...paymentsApi,
      ...termsApi({ count: countPast, read: pastDecisions }),
      ...importsApi,
      ...messagesApi,
      ...consumerApi,
    ],
    jobs: [...claimsJobs, ...importsJobs, ...messagesJobs, ...paymentsJobs, ...coreJobs],
    sweeps: [
      { name: "clocks.note-alerts", run: noteAlerts },
      { name: "people.fill-sounds", run: fillSounds },
    ],
    authenticate: authenticator({ ...parts, directory }),
  };
};
