import { sendCode } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../shared/api/call.ts";
import { ProblemNote } from "../shared/ui/ProblemNote.tsx";
import css from "./Consumer.module.css";

/** Asks for the phone number and has a code sent there. */
export const PhoneForm = ({ onSent }: { readonly onSent: (phone: string, to: string) => void }) => {
  const { t } = useTranslation();
  const [phone, setPhone] = useState("");
  const digits = phone.replace(/\D/g, "");
  const ready = /^1\d{10}$/.test(digits);
  const send = useMutation({
    mutationFn: () => call(sendCode, { body: { phone: digits } }),
    onSuccess: ({ sentTo }) => onSent(digits, sentTo),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <label className={css.field}>
        <span>{t("consumer.phone")}</span>
        <input
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          maxLength={13}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </label>
      {send.error ? <ProblemNote error={send.error} /> : null}
      <button type="submit" className={css.primary} disabled={!ready || send.isPending}>
        {t("consumer.sendCode")}
      </button>
    </form>
  );
};
