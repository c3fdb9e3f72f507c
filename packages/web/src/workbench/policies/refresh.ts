import { listInstructions, listPolicies, readParty, readPolicy } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";

/** After something was asked of the core, or answered: everything that shows it is read again. */
export const useRefreshPolicies = (): (() => void) => {
  const client = useQueryClient();
  return () => {
    for (const { id } of [listInstructions, listPolicies, readPolicy, readParty])
      void client.invalidateQueries({ queryKey: [id] });
  };
};
