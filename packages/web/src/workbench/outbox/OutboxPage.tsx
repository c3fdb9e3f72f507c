import { listMessages } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Outbox.module.css";

const LIMIT = 30;
const TONES: Record<"queued" | "delivered" | "failed", Tone> = {
  queued: "amber",
  delivered: "pine",
  failed: "cinnabar",
};

/** 发件箱: what went out to people, in its own words, and whether it arrived. */
export default function OutboxPage() {
  const { t } = useTranslation();
  const { when } = useFormat();
  const pages = usePages(LIMIT);
  const list = useRead(listMessages, { query: pages.query }, { keep: true, every_ms: 15_000 });
  return (
    <>
      <ListHead title={t("outbox.title")} say={t("outbox.say")} />
      <PagedList of={list} pages={pages}>
        {({ items, foot }) => (
          <Card>
            {items.length === 0 ? <Empty title={t("outbox.nothing")} /> : null}
            <ul>
              {items.map((message) => (
                <li key={message.messageId} className={css.message}>
                  <div className={css.about}>
                    <b>{t(`outbox.purpose.${message.purpose}`)}</b>
                    <span className="soft small num">
                      {t(`outbox.channel.${message.channel}`)} · {message.toMasked}
                      <br />
                      {when(message.at)}
                    </span>
                  </div>
                  <p className={css.text}>{message.text}</p>
                  <Chip tone={TONES[message.status]}>{t(`outbox.status.${message.status}`)}</Chip>
                </li>
              ))}
            </ul>
            {foot}
          </Card>
        )}
      </PagedList>
    </>
  );
}
