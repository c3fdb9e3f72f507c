import { finishSignOn } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate } from "react-router";
import { call } from "../../shared/api/call.ts";
import { takeSession } from "../../shared/session/take-session.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { useTitle } from "../../shared/ui/title.ts";
import { Frame } from "../shell/Frame.tsx";
import css from "./SignIn.module.css";
import { takeSecret } from "./sign-on-secret.ts";

/** Where the institution's sign-on sends the browser back to. */
export default function SignOnBack() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const begun = useRef(false);
  useTitle(t("shell.signInTitle"));
  const finish = useMutation({
    mutationFn: async () => {
      const secret = takeSecret();
      return secret === null ? null : call(finishSignOn, { body: { secret, answer: search } });
    },
    onSuccess: (session) => {
      if (!session) return;
      takeSession(client, session);
      void navigate("/today", { replace: true });
    },
  });
  // The secret is taken once, also where React mounts twice.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    finish.mutate();
  });
  const lost = finish.isSuccess && finish.data === null;
  return (
    <Frame>
      <main className={css.doors}>
        <h1>{t("shell.signInTitle")}</h1>
        {finish.error ? <ProblemNote error={finish.error} /> : null}
        <p>{lost ? t("access.signOn.lost") : finish.error ? "" : t("access.signOn.finishing")}</p>
        <p>
          <Link to="/sign-in">{t("access.signOn.back")}</Link>
        </p>
      </main>
    </Frame>
  );
}
