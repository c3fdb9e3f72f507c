import { endMySession, myAccount } from "@goodfaith/platform/contract";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "../access/Access.module.css";
import { HeldCard } from "../access/HeldCard.tsx";
import { RecusalsCard } from "../access/RecusalsCard.tsx";
import { SessionsTable } from "../access/SessionsTable.tsx";
import { useAct } from "../access/use-act.ts";
import { PasskeysCard } from "./PasskeysCard.tsx";
import { PasswordCard } from "./PasswordCard.tsx";
import { SecondStepCard } from "./SecondStepCard.tsx";
import { TokenForm } from "./TokenForm.tsx";
import type { Account } from "./types.ts";

const MyOpen = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const end = useAct(
    (sessionId: string) => call(endMySession, { params: { sessionId } }),
    t("access.session.ended"),
  );
  const current = account.sessions.find((session) => session.current)?.sessionId;
  return (
    <Card title={t("access.session.title")}>
      {end.error ? <ProblemNote error={end.error} /> : null}
      <SessionsTable
        rows={account.sessions}
        busy={end.isPending}
        onEnd={(sessionId) =>
          end.mutate(sessionId, {
            onSuccess: () => {
              if (sessionId === current) void navigate("/sign-in");
            },
          })
        }
      />
      <TokenForm permissions={account.permissions} />
    </Card>
  );
};

/** 我的账号: how one comes in, where one is signed in, what one has passed on. */
export default function AccountPage() {
  const { t } = useTranslation();
  const account = useRead(myAccount, {});
  const mustEnrol = useStaff()?.staff.mustEnrol ?? false;
  return (
    <>
      <PageHead title={t("access.mine.title")} say={t("access.mine.say")} />
      <Reading of={account} lines={6}>
        {(mine) => (
          <div className={css.sheets}>
            {mustEnrol ? (
              <Alert
                type="warning"
                showIcon
                title={t("access.mine.first")}
                description={t(
                  mine.passwordTemporary ? "access.mine.firstPassword" : "access.mine.firstSecond",
                )}
              />
            ) : null}
            <PasswordCard />
            <SecondStepCard account={mine} />
            {mustEnrol ? null : (
              <>
                <PasskeysCard account={mine} />
                <MyOpen account={mine} />
                <HeldCard />
                <RecusalsCard />
              </>
            )}
          </div>
        )}
      </Reading>
    </>
  );
}
