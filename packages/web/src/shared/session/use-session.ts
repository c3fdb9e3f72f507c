import { type Role, signOut, whoAmI } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../api/call.ts";
import { useRead } from "../api/hooks.ts";
import { takeSession } from "./take-session.ts";

export type Session = z.output<Extract<(typeof whoAmI)["output"], z.ZodType>>;
export type StaffRole = Role;

/** Who is signed in; read once and kept until something says it ended. */
export const useSession = () => useRead(whoAmI, {});

/** The staff session on pages that have one. */
export const useStaff = (): Extract<Session, { kind: "staff" }> | null => {
  const { data } = useSession();
  return data?.kind === "staff" ? data : null;
};

/** What the signed-in person may do: a page shows only what works for them. */
export const useMay = (): ((permission: string) => boolean) => {
  const staff = useStaff();
  return (permission) => staff?.staff.permissions.includes(permission) ?? false;
};

/** Ends the session and forgets everything read in it. */
export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => takeSession(client, { kind: "nobody" }),
  });
};
