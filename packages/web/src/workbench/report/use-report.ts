import { type ClaimView, readClaim, reportClaim } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { z } from "zod";
import { call } from "../../shared/api/call.ts";
import { keyOf } from "../../shared/api/hooks.ts";
import { idempotencyKey } from "../../shared/api/request.ts";

export type Report = z.input<NonNullable<(typeof reportClaim)["body"]>>;

/** The same report pressed twice opens one case; a changed one is another intention, with a key of its own. */
const useKeys = (): ((report: Report) => string) => {
  const keys = useRef(new Map<string, string>());
  return (report) => {
    const text = JSON.stringify(report);
    const key = keys.current.get(text) ?? idempotencyKey();
    keys.current.set(text, key);
    return key;
  };
};

/** 报案: opens the case, and then its page. */
export const useReport = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { t } = useTranslation();
  const keyFor = useKeys();
  return useMutation<ClaimView, Error, Report>({
    mutationFn: (body) => call(reportClaim, { body }, { key: keyFor(body) }),
    onSuccess: (claim) => {
      client.setQueryData(keyOf(readClaim, { params: { caseId: claim.caseId }, query: undefined }), claim);
      for (const key of ["claims.list", "today.read", "people.read", "people.list"])
        void client.invalidateQueries({ queryKey: [key] });
      void message.success(t("report.done", { number: claim.number }));
      void navigate(`/claims/${claim.caseId}`, { replace: true });
    },
  });
};
