import type { ReactNode } from "react";
import { useStaff } from "../session/use-session.ts";
import { PageHead } from "./PageHead.tsx";
import { SampleBadge } from "./SampleBadge.tsx";

interface ListHeadProps {
  readonly title: string;
  readonly say: string;
  readonly tools?: ReactNode;
}

/** The head of an institution's list; a sample's says so. */
export const ListHead = (props: ListHeadProps) => {
  const staff = useStaff();
  return <PageHead eyebrow={<SampleBadge shown={staff?.institution.sample} />} {...props} />;
};
