import { readToday, seeAlert, type TodayView } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { subjectLink } from "../clocks/words.ts";
import { Rows } from "./Rows.tsx";
import css from "./Today.module.css";

type Alert = TodayView["alerts"][number];

const keyOf = ({ subjectId, family, clause, alert, due }: Alert): string =>
  ["alert", subjectId, family, clause, alert, due].join("-");

/** 时限提醒: what the platform noticed of the reader's own clocks since yesterday, until they have seen it. */
export const Alerts = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: ({ kind, subjectId, family, clause, alert, due }: Alert) =>
      call(seeAlert, { body: { kind, subjectId, family, clause, alert, due } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: [readToday.id] }),
  });
  if (today.alerts.length === 0) return null;
  return (
    <Card title={t("today.alerts")} tone="amber">
      <Rows of={today.alerts}>
        {(item) => (
          <li key={keyOf(item)} className={css.row}>
            <div id={keyOf(item)}>
              <b>
                <Link to={subjectLink(item) ?? "/clocks"} style={{ color: "inherit" }}>
                  {item.title}
                </Link>
              </b>
              <p>{t(`today.alert.${item.alert}`, { name: item.name, due: when(item.due) })}</p>
            </div>
            <Button disabled={see.isPending} aria-describedby={keyOf(item)} onClick={() => see.mutate(item)}>
              {t("today.seen")}
            </Button>
          </li>
        )}
      </Rows>
      {see.error ? <ProblemNote error={see.error} /> : null}
    </Card>
  );
};
