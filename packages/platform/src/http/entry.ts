import type { Clock } from "../kernel/clock.ts";
import type { Store } from "../store/index.ts";

/** What an operation gets that nobody need be signed in for. */
export interface EntryContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The token of the request's session cookie or bearer header, as given. */
  readonly token: string | undefined;
  /** The mark that an earlier sign-in left in this browser, as given. */
  readonly device: string | undefined;
  /** What the browser says it is (`User-Agent`), as given. */
  readonly browser: string | undefined;
  /** `https://…` as the person reached us. */
  readonly origin: string;
  /** Where the request came from, for rate limits. */
  readonly address: string;
  /** Sets or clears the session cookie of the answer. */
  setSession(session: { readonly token: string; readonly expiresAt: Date } | null): void;
  /** Leaves a mark in the browser by which a person's own device is known again. */
  setDevice(device: { readonly mark: string; readonly expiresAt: Date }): void;
}
