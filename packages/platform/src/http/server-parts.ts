import type { FastifyBaseLogger } from "fastify";
import type { Clock } from "../kernel/clock.ts";
import type { Store } from "../store/index.ts";
import type { Metrics } from "../telemetry/index.ts";
import type { Bound } from "./bind.ts";
import type { Sealing } from "./idempotency.ts";
import type { Authenticate } from "./signed-in.ts";

/** What the server is made of; everything comes from outside. */
export interface ServerParts {
  readonly store: Store;
  readonly operations: readonly Bound[];
  readonly authenticate: Authenticate;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: FastifyBaseLogger;
  /** False while the program is still getting ready. */
  readonly isReady: () => boolean;
  /** Told of every request; shown at `/metrics` to who brings the token. Without one there is no such address. */
  readonly metrics?: { readonly meter: Metrics; readonly token?: string };
  /** The built pages, where there are any. */
  readonly webRoot?: string;
  /** `https://…` as people reach it; then cookies are sent over TLS only. */
  readonly publicOrigin?: string;
  /** Whether the address of a caller is read from `X-Forwarded-For`. */
  readonly trustProxy?: boolean;
  /** Requests a minute from one address: to the API, and to signing in. */
  readonly limits?: { readonly api: number; readonly signIn: number };
}
