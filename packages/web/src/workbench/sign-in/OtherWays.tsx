import {
  askPasskey,
  beginSignOn,
  listSignOn,
  type StaffSession,
  signInByPasskey,
} from "@goodfaith/platform/contract";
import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { shown } from "./credentials.ts";
import css from "./SignIn.module.css";
import { keepSecret } from "./sign-on-secret.ts";
import { WayProblem } from "./WayProblem.tsx";

/** 通行密钥 and 单点登录: the ways in that need no password here. */
export const OtherWays = ({ onIn }: { readonly onIn: (session: StaffSession) => void }) => {
  const { t } = useTranslation();
  const offered = useRead(listSignOn, {}).data?.items ?? [];
  const passkey = useMutation({
    mutationFn: async () => {
      const optionsJSON = await call(askPasskey, {});
      return call(signInByPasskey, {
        body: { credential: shown(await startAuthentication({ optionsJSON })) },
      });
    },
    onSuccess: onIn,
  });
  const signOn = useMutation({
    mutationFn: (providerId: string) => call(beginSignOn, { params: { providerId } }),
    onSuccess: ({ url, secret }) => {
      keepSecret(secret);
      window.location.assign(url);
    },
  });
  const error = passkey.error ?? signOn.error;
  return (
    <div className={css.ways}>
      {browserSupportsWebAuthn() ? (
        <Button block size="large" loading={passkey.isPending} onClick={() => passkey.mutate()}>
          {t("access.passkey.signIn")}
        </Button>
      ) : null}
      {offered.map(({ providerId, name }) => (
        <Button
          key={providerId}
          block
          size="large"
          loading={signOn.isPending && signOn.variables === providerId}
          onClick={() => signOn.mutate(providerId)}
        >
          {t("access.signOn.with", { name })}
        </Button>
      ))}
      {error ? <WayProblem error={error} /> : null}
    </div>
  );
};
