import { whoAmI } from "@goodfaith/platform/contract";
import type { QueryClient } from "@tanstack/react-query";
import { keyOf } from "../api/hooks.ts";
import type { Session } from "./use-session.ts";

const KEY = keyOf(whoAmI, { params: undefined, query: undefined });

/** Another person is here now: what was read for the one before is forgotten, and every page that asks who it is knows. */
export const takeSession = (client: QueryClient, session: Session): void => {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== whoAmI.id });
  client.setQueryData(KEY, session);
};
