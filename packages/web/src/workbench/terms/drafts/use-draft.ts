import {
  type DraftView,
  returnDraft,
  saveDraft,
  signDraft,
  submitDraft,
  withdrawDraft,
} from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../shared/api/call.ts";
import { keyOf } from "../../../shared/api/hooks.ts";

export type DraftAct =
  | { readonly act: "save"; readonly source: string }
  | { readonly act: "submit" }
  | { readonly act: "sign" }
  | { readonly act: "return"; readonly remark: string }
  | { readonly act: "withdraw"; readonly remark: string };

const send = ({ draftId, version, digest }: DraftView, given: DraftAct): Promise<DraftView> => {
  const params = { draftId };
  switch (given.act) {
    case "save":
      return call(saveDraft, { params, body: { version, source: given.source } });
    case "submit":
      return call(submitDraft, { params, body: { version } });
    case "sign":
      return call(signDraft, { params, body: { version, digest } });
    case "return":
      return call(returnDraft, { params, body: { version, remark: given.remark } });
    case "withdraw":
      return call(withdrawDraft, { params, body: { version, remark: given.remark } });
    default:
      return given satisfies never;
  }
};

/** One step of a draft, at the version that the page shows; lists that tell of it are read again. */
export const useDraftAct = (view: DraftView, onDone: (view: DraftView) => void) => {
  const client = useQueryClient();
  return useMutation<DraftView, Error, DraftAct>({
    mutationFn: (given) => send(view, given),
    onSuccess: (next) => {
      onDone(next);
      for (const id of ["terms.listDrafts", "terms.list", "terms.readDraft", "compare"])
        void client.invalidateQueries({ queryKey: keyOf({ id }) });
    },
  });
};
