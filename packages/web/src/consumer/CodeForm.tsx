import { enterCode } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../shared/api/call.ts";
import { takeSession } from "../shared/session/take-session.ts";
import { ProblemNote } from "../shared/ui/ProblemNote.tsx";
import css from "./Consumer.module.css";

interface CodeFormProps {
  readonly phone: string;
  readonly onBack: () => void;
}

/** Asks for the six digits. */
export const CodeForm = ({ phone, onBack }: CodeFormProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const digits = code.replace(/\D/g, "");
  const ready = /^\d{6}$/.test(digits);
  const enter = useMutation({
    mutationFn: () => call(enterCode, { body: { phone, code: digits } }),
    onSuccess: (session) => takeSession(client, session),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <label className={css.field}>
        <span>{t("consumer.code")}</span>
        <input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      {enter.error ? <ProblemNote error={enter.error} /> : null}
      <button type="submit" className={css.primary} disabled={!ready || enter.isPending}>
        {t("shell.signIn")}
      </button>
      <div className={css.links}>
        <button type="button" onClick={onBack}>
          {t("consumer.otherPhone")}
        </button>
      </div>
    </form>
  );
};
