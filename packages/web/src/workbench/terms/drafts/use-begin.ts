import { createDraft, type DraftView, uploadDraft } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { call } from "../../../shared/api/call.ts";
import { upload } from "../../../shared/api/upload.ts";

/** The text of an edition as the beginning of the next: its name counted on, where it is a number. */
export const asNextEdition = (source: string): string =>
  source.replace(/^(terms:\s*["']?[^/\s"']+\/)([^\s"'#]+)/m, (_, family: string, edition: string) =>
    /^\d+$/.test(edition) ? `${family}${Number(edition) + 1}` : `${family}${edition}-2`,
  );

/** Starts a draft from a text or a file, and opens it. */
export const useBegin = () => {
  const go = useNavigate();
  return useMutation<DraftView, Error, string | File>({
    mutationFn: (given) =>
      typeof given === "string"
        ? call(createDraft, { body: { source: given } })
        : upload(uploadDraft, { body: {} }, { file: given }),
    onSuccess: ({ draftId }) => {
      void go(`/terms/drafts/${draftId}`);
    },
  });
};
