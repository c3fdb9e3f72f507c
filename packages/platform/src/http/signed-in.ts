import type { FastifyRequest } from "fastify";
import type { ConsumerActor, StaffActor } from "../store/index.ts";

export const COOKIE = "goodfaith_session";
/** Says that a person has signed in from this browser before; it signs nobody in. */
export const DEVICE_COOKIE = "goodfaith_device";

/** Who a token belongs to; nobody where it is unknown, has expired, or its owner may no longer come in. */
export type Authenticate = (token: string) => Promise<StaffActor | ConsumerActor | null>;

/** The token of a request: a program's bearer header, else a browser's cookie. */
export const tokenOf = (request: FastifyRequest): { token: string | undefined; cookie: boolean } => {
  const header = request.headers.authorization;
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(header ?? "")?.[1];
  if (bearer !== undefined) return { token: bearer, cookie: false };
  const cookie = request.cookies[COOKIE];
  return { token: cookie, cookie: cookie !== undefined };
};
