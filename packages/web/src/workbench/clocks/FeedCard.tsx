import { closeFeed, openFeed, readFeed } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "./Clocks.module.css";

const useFeed = () => {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: [readFeed.id] });
  const open = useMutation({ mutationFn: () => call(openFeed, {}), onSuccess: again });
  const close = useMutation({
    mutationFn: () => call(closeFeed, {}),
    onSuccess: () => {
      open.reset();
      again();
    },
  });
  return { open, close };
};
type Acts = ReturnType<typeof useFeed>;

/** What a calendar that is subscribed already would lose is said before. */
const ChangeOrClose = ({ open, close }: Acts) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const ask = (what: "feedChange" | "feedClose", act: () => void) => () =>
    void modal.confirm({
      title: t(`clocks.${what}`),
      content: t(`clocks.${what}Sure`),
      okText: t(`clocks.${what}`),
      onOk: () => act(),
    });
  return (
    <div className={css.acts}>
      <Button loading={open.isPending} onClick={ask("feedChange", open.mutate)}>
        {t("clocks.feedChange")}
      </Button>
      <Button danger loading={close.isPending} onClick={ask("feedClose", close.mutate)}>
        {t("clocks.feedClose")}
      </Button>
    </div>
  );
};

/** The new address: shown once, to be copied. */
const Address = ({ path }: { readonly path: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("clocks.feedOnce")}</p>
      <Typography.Text copyable code>
        {`${globalThis.location.origin}${path}`}
      </Typography.Text>
    </>
  );
};

/** 日历订阅: a secret address of one's own clocks, shown once; it can be changed and ended. */
export const FeedCard = () => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const feed = useRead(readFeed, {});
  const acts = useFeed();
  const { open, close } = acts;
  const error = open.error ?? close.error;
  return (
    <Card title={t("clocks.feed")} className={css.feed}>
      <p>{t("clocks.feedSay")}</p>
      <Reading of={feed} lines={1}>
        {({ feed: mine }) =>
          mine ? (
            <>
              {open.data ? <Address path={open.data.path} /> : null}
              <p>
                {t("clocks.feedSince", { at: when(mine.since) })}{" "}
                {mine.readAt ? t("clocks.feedRead", { at: when(mine.readAt) }) : t("clocks.feedUnread")}
              </p>
              <ChangeOrClose {...acts} />
            </>
          ) : (
            <Button loading={open.isPending} onClick={() => open.mutate()}>
              {t("clocks.feedOpen")}
            </Button>
          )
        }
      </Reading>
      {error ? <ProblemNote error={error} /> : null}
    </Card>
  );
};
