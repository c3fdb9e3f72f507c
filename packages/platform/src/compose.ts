import { accessApi, authenticator } from "./access/index.ts";
import { directory } from "./directory.ts";
import type { Bound } from "./http/index.ts";
import type { Authenticate } from "./http/signed-in.ts";
import type { Job } from "./jobs/index.ts";
import type { Clock } from "./kernel/clock.ts";
import { messagesApi, messagesJobs } from "./messages/index.ts";
import { paymentsApi } from "./payments/index.ts";
import { peopleApi } from "./people/index.ts";
import { personSources } from "./person-sources.ts";
import type { Store } from "./store/index.ts";
import { termsApi } from "./terms/index.ts";

export interface Platform {
  readonly operations: readonly Bound[];
  readonly jobs: readonly Job[];
  readonly authenticate: Authenticate;
}

/** Joins the capabilities: what each needs of another is handed over here, so that none imports a circle. */
export const compose = (parts: { readonly store: Store; readonly clock: Clock }): Platform => ({
  operations: [
    ...accessApi(directory),
    ...termsApi,
    ...peopleApi(personSources),
    ...paymentsApi,
    ...messagesApi,
  ],
  jobs: [...messagesJobs],
  authenticate: authenticator({ ...parts, directory }),
});
