import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useSearchParams } from "react-router";
import { useSession } from "../shared/session/use-session.ts";
import { useTitle } from "../shared/ui/title.ts";
import { CodeForm } from "./CodeForm.tsx";
import css from "./Consumer.module.css";
import { PhoneForm } from "./PhoneForm.tsx";

const nextPath = (given: string | null): string => (given && /^\/my(\/|$)/.test(given) ? given : "/my");

/** Sign-in by a code sent to the phone: first the number, then the six digits. */
export default function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  const [sent, setSent] = useState<{ phone: string; to: string } | null>(null);
  useTitle(t("consumer.signIn"));
  if (session.data?.kind === "consumer") return <Navigate to={nextPath(search.get("next"))} replace />;
  return (
    <section className={css.door}>
      <h1>{sent ? t("consumer.enterCode") : t("consumer.welcome")}</h1>
      <p>{sent ? t("consumer.codeSent", { to: sent.to }) : t("consumer.welcomeWhy")}</p>
      {sent ? (
        <CodeForm phone={sent.phone} onBack={() => setSent(null)} />
      ) : (
        <PhoneForm onSent={(phone, to) => setSent({ phone, to })} />
      )}
      <div className={css.links}>
        <Link to="/sign-in">{t("shell.staffHere")}</Link>
      </div>
    </section>
  );
}
