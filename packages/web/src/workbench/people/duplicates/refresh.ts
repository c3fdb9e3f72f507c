import { listDuplicates, listPeople, readParty } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";

/** The fewest letters of a reason. */
export const LEAST_REASON = 4;

/** After records were joined or parted: everything that shows them is read again. */
export const useRefresh = (): (() => void) => {
  const client = useQueryClient();
  return () => {
    for (const { id } of [listDuplicates, listPeople, readParty])
      void client.invalidateQueries({ queryKey: [id] });
  };
};
