import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";

/** What the server refused, in its words; what the device itself refused or the person cancelled, in ours. */
export const WayProblem = ({ error }: { readonly error: Error }) => {
  const { t } = useTranslation();
  if (error instanceof Problem) return <ProblemNote error={error} kept />;
  return <p role="alert">{t("access.passkey.cancelled")}</p>;
};
