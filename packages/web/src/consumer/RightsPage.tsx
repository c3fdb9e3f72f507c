import { consumerCopy } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { urlOf } from "../shared/api/request.ts";
import { useSession, useSignOut } from "../shared/session/use-session.ts";
import { useTitle } from "../shared/ui/title.ts";
import css from "./Consumer.module.css";

const RIGHTS = ["explain", "once", "object", "seen", "complain"] as const;

/** What a person may ask for, in plain words, and the way out. */
export default function RightsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  useTitle(t("consumer.tab.rights"));
  return (
    <>
      <h1 className={css.title}>{t("consumer.tab.rights")}</h1>
      <section className={css.sheet}>
        <ul className={css.rights}>
          {RIGHTS.map((right) => (
            <li key={right}>{t(`consumer.right.${right}`)}</li>
          ))}
        </ul>
      </section>
      <section className={css.sheet}>
        <h2>{t("consumer.copy.title")}</h2>
        <p style={{ marginBottom: 14 }}>{t("consumer.copy.text")}</p>
        <a className={css.secondary} href={urlOf(consumerCopy.path, undefined, undefined)} download>
          {t("consumer.copy.take")}
        </a>
      </section>
      <section className={css.sheet}>
        {session.data?.kind === "consumer" ? (
          <p style={{ marginBottom: 14 }}>
            {session.data.name} · <span className="num">{session.data.phoneMasked}</span>
          </p>
        ) : null}
        <button
          type="button"
          className={css.secondary}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate("/my/sign-in") })}
        >
          {t("shell.signOut")}
        </button>
      </section>
    </>
  );
}
