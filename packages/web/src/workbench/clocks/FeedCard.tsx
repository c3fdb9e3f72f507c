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

/** 日历订阅: a secret address of one's own clocks, shown once; it can be changed and ended. */
export const FeedCard = () => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const { modal } = App.useApp();
  const feed = useRead(readFeed, {});
  const { open, close } = useFeed();
  const error = open.error ?? close.error;
  return (
    <Card title={t("clocks.feed")} className={css.feed}>
      <p>{t("clocks.feedSay")}</p>
      <Reading of={feed} lines={1}>
        {({ feed: mine }) => (
          <>
            {open.data ? (
              <>
                <p>{t("clocks.feedOnce")}</p>
                <Typography.Text copyable code>
                  {`${globalThis.location.origin}${open.data.path}`}
                </Typography.Text>
              </>
            ) : null}
            {mine ? (
              <p>
                {t("clocks.feedSince", { at: when(mine.since) })}{" "}
                {mine.readAt ? t("clocks.feedRead", { at: when(mine.readAt) }) : t("clocks.feedUnread")}
              </p>
            ) : null}
            <div className={css.acts}>
              {mine ? (
                <>
                  <Button
                    loading={open.isPending}
                    onClick={() =>
                      void modal.confirm({
                        title: t("clocks.feedChange"),
                        content: t("clocks.feedChangeSure"),
                        okText: t("clocks.feedChange"),
                        onOk: () => open.mutate(),
                      })
                    }
                  >
                    {t("clocks.feedChange")}
                  </Button>
                  <Button
                    danger
                    loading={close.isPending}
                    onClick={() =>
                      void modal.confirm({
                        title: t("clocks.feedClose"),
                        content: t("clocks.feedCloseSure"),
                        okText: t("clocks.feedClose"),
                        onOk: () => close.mutate(),
                      })
                    }
                  >
                    {t("clocks.feedClose")}
                  </Button>
                </>
              ) : (
                <Button loading={open.isPending} onClick={() => open.mutate()}>
                  {t("clocks.feedOpen")}
                </Button>
              )}
            </div>
          </>
        )}
      </Reading>
      {error ? <ProblemNote error={error} /> : null}
    </Card>
  );
};
