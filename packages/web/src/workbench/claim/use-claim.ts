import { type ClaimView, readClaim } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { keyOf } from "../../shared/api/hooks.ts";
import { Problem } from "../../shared/api/problem.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { useProblemWords } from "../../shared/ui/ProblemNote.tsx";

/** The case as the page shows it now; `given` where it is not on the page any more. */
export const useLatest = () => {
  const client = useQueryClient();
  return (given: ClaimView): ClaimView => client.getQueryData<ClaimView>(cacheKey(given.caseId)) ?? given;
};

const cacheKey = (caseId: string) => keyOf(readClaim, { params: { caseId }, query: undefined });

/** Puts a claim's new state on the page, and lets the lists around it read anew. */
export const useKeepClaim = (caseId: string) => {
  const client = useQueryClient();
  return (claim: ClaimView): void => {
    client.setQueryData(cacheKey(caseId), claim);
    for (const key of [
      "claims.list",
      "today.read",
      "clocks.list",
      "payments.list",
      "people.read",
      "messages.list",
      "claims.decisions",
      "claims.explain",
    ])
      void client.invalidateQueries({ queryKey: [key] });
  };
};

/** Someone else changed the case while this page stood: read it again and say so. */
export const useConflict = (caseId: string) => {
  const client = useQueryClient();
  const { notification } = App.useApp();
  const { t } = useTranslation();
  const words = useProblemWords();
  return (error: unknown): boolean => {
    if (!(error instanceof Problem) || error.status !== 409) return false;
    const said = words(error);
    void client.invalidateQueries({ queryKey: cacheKey(caseId) });
    notification.warning({
      title: t("claim.conflict"),
      description: `${said.title} ${t("claim.conflictWhy")}`,
      duration: 0,
    });
    return true;
  };
};

/** What the signed-in person may change on a case: on a closed one nothing, until it is reopened. */
export const useMayOn = ({ life }: ClaimView): ((permission: string) => boolean) => {
  const may = useMay();
  return (permission) => life.closed === null && may(permission);
};

/** One change of a case: it carries the version the page shows; a conflict reloads and tells. */
export const useClaimAction = <Given>(caseId: string, act: (given: Given) => Promise<ClaimView>) => {
  const keep = useKeepClaim(caseId);
  const conflict = useConflict(caseId);
  return useMutation<ClaimView, Error, Given>({
    mutationFn: act,
    onSuccess: keep,
    onError: (error) => {
      conflict(error);
    },
  });
};
