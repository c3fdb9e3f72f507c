import { readToday, type TodayView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { Alerts } from "./Alerts.tsx";
import { Approvals, ToSend } from "./Approvals.tsx";
import { Asking } from "./Asking.tsx";
import { Clocks } from "./Clocks.tsx";
import { Judging } from "./Judging.tsx";
import { Owed } from "./Owed.tsx";
import css from "./Today.module.css";
import { Week } from "./Week.tsx";

/** The part of the day in China, for the greeting. */
const partOfDay = (now: Date): "morning" | "afternoon" | "evening" => {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour >= 5 && hour < 12 ? "morning" : hour >= 12 && hour < 18 ? "afternoon" : "evening";
};

const Day = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { line, longDay } = useFormat();
  return (
    <span className="soft">
      {longDay(today.day)} · {line(today.weekday)}{" "}
      <Chip tone={today.dayKind === "working-day" ? "plain" : "amber"}>
        {t(`today.days.${today.dayKind}`)}
      </Chip>
    </span>
  );
};

const Board = ({ today }: { readonly today: TodayView }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const staff = useStaff();
  const name = staff?.staff.name ?? "";
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t(`today.greeting.${partOfDay(new Date())}`, { name })}
        say={t("today.looked", {
          policies: today.looked.policies.toLocaleString("en"),
          cases: today.looked.cases.toLocaleString("en"),
          owed: today.owed.length,
          total: yuan(today.owedTotal),
          asking: today.asking.length,
        })}
        tools={<Day today={today} />}
      />
      <div className={css.cols}>
        <Owed today={today} />
        <div className={css.stack}>
          <Asking today={today} />
          <Judging today={today} />
          <Approvals today={today} />
          <ToSend today={today} />
        </div>
        <div className={css.stack}>
          <Alerts today={today} />
          <Clocks today={today} />
          <Week today={today} />
        </div>
      </div>
    </>
  );
};

/** 今日: who is owed, what one answer would settle, what waits for a second person, which clocks run. */
export default function TodayPage() {
  const today = useRead(readToday, {}, { every_ms: 60_000 });
  return <Reading of={today}>{(view) => <Board today={view} />}</Reading>;
}
