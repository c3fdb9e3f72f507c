import { type StaffSession, signIn } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { call } from "../../shared/api/call.ts";
import { Problem } from "../../shared/api/problem.ts";
import { takeSession } from "../../shared/session/take-session.ts";
import { useSession } from "../../shared/session/use-session.ts";
import { loadSerif } from "../../shared/theme/fonts.ts";
import { LanguageSwitch } from "../../shared/ui/LanguageSwitch.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { Seal } from "../../shared/ui/Seal.tsx";
import { useTitle } from "../../shared/ui/title.ts";
import { Frame } from "../shell/Frame.tsx";
import { OtherWays } from "./OtherWays.tsx";
import css from "./SignIn.module.css";

loadSerif();

/** Only a path of this site may follow a sign-in. */
const nextPath = (given: string | null): string =>
  given && /^\/(?![/\\])/.test(given) && !given.startsWith("/my") ? given : "/today";

interface Given {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

/** Once the password was right and a second step is set up, the digits are asked for, beside what was typed. */
const asksSecondStep = (error: unknown): boolean =>
  error instanceof Problem && ["access.second-step-asked", "access.wrong-second-step"].includes(error.code);

const isFirstAsking = (error: unknown): boolean =>
  error instanceof Problem && error.code === "access.second-step-asked";

const Door = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [second, setSecond] = useState(false);
  const goIn = (session: StaffSession): void => {
    takeSession(client, session);
    void navigate(nextPath(search.get("next")), { replace: true });
  };
  const enter = useMutation({
    mutationFn: ({ code, ...given }: Given) =>
      call(signIn, { body: { ...given, ...(code?.trim() ? { code: code.trim() } : {}) } }),
    onSuccess: goIn,
  });
  return (
    <>
      <Form
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(given: Given) =>
          enter.mutate(given, { onError: (error) => setSecond(second || asksSecondStep(error)) })
        }
        disabled={enter.isPending}
      >
        <Form.Item
          name="login"
          label={t("shell.login")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("shell.password")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {asksSecondStep(enter.error) || second ? (
          <Form.Item name="code" label={t("access.mine.secondCode")} extra={t("access.mine.secondWhy")}>
            <Input autoComplete="one-time-code" autoFocus maxLength={20} />
          </Form.Item>
        ) : null}
        {enter.error && !isFirstAsking(enter.error) ? (
          <Form.Item>
            <ProblemNote error={enter.error} />
          </Form.Item>
        ) : null}
        <Button type="primary" htmlType="submit" block loading={enter.isPending}>
          {enter.isPending ? t("shell.signingIn") : t("shell.signIn")}
        </Button>
      </Form>
      <OtherWays onIn={goIn} />
    </>
  );
};

const Story = () => {
  const { t } = useTranslation();
  return (
    <section className={css.story} aria-label={t("common.name")}>
      <div className={css.mark}>
        <Seal size={46} />
        {t("common.name")}
      </div>
      <div>
        <blockquote>
          {t("shell.welcomeA")}
          <br />
          {t("shell.welcomeB")}
        </blockquote>
        <p>{t("shell.welcomeWhy")}</p>
      </div>
      <span />
    </section>
  );
};

/** The staff's door. */
export default function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  useTitle(t("shell.signInTitle"));
  if (session.data?.kind === "staff") return <Navigate to={nextPath(search.get("next"))} replace />;
  return (
    <Frame>
      <div className={css.page}>
        <Story />
        <main className={css.doors}>
          <h1>{t("shell.signInTitle")}</h1>
          <Door />
          <div className={css.other}>
            <Link to="/my">{t("shell.consumerHere")}</Link>
            <LanguageSwitch className={css.lang} />
          </div>
        </main>
      </div>
    </Frame>
  );
}
