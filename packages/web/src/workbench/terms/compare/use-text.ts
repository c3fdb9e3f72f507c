import { readDraft, readTermsDocument } from "@goodfaith/platform/contract";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../../shared/api/call.ts";
import type { Problem } from "../../../shared/api/problem.ts";

const DRAFT = "draft:";

export interface Text {
  readonly name: string;
  readonly source: string;
}

/** The address of a draft, as a page of comparison names it. */
export const draftAddress = (draftId: string): string => `${DRAFT}${draftId}`;

const read = async (address: string): Promise<Text> => {
  if (address.startsWith(DRAFT)) {
    const draft = await call(readDraft, { params: { draftId: address.slice(DRAFT.length) } });
    return { name: draft.termsId, source: draft.source };
  }
  const [family = "", edition = ""] = address.split("/");
  const { id, source } = await call(readTermsDocument, { params: { family, edition } });
  return { name: id, source };
};

/** An edition's or a draft's text by its address: `jinhuibao/2024`, `draft:…`. */
export const useText = (address: string) =>
  useQuery<Text, Problem>({
    queryKey: ["compare", address],
    queryFn: () => read(address),
    enabled: address !== "",
  });
