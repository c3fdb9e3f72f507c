import { type ClaimView, downloadCalendar } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { isoDay } from "../../../shared/format/time.ts";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip } from "../../../shared/ui/Chip.tsx";
import { DownloadLink } from "../../../shared/ui/DownloadLink.tsx";
import { TONES, useLeft } from "../../clocks/words.ts";
import css from "./Clocks.module.css";
import { AskToExtend, Request } from "./Extensions.tsx";
import { type Clock, progressOf } from "./progress.ts";

const Bar = ({ clock }: { readonly clock: Clock }) => {
  const progress = progressOf(clock, isoDay(new Date()));
  if (!progress || clock.state === "ended") return null;
  const { gone, pause } = progress;
  const tone = clock.state === "warning" ? css.urgent : TONES[clock.state] === "cinnabar" ? css.over : "";
  return (
    <div className={`${css.bar} ${tone}`} aria-hidden="true">
      <i style={{ left: 0, width: `${gone}%` }} />
      {pause ? (
        <i className={css.pause} style={{ left: `${pause.from}%`, width: `${pause.to - pause.from}%` }} />
      ) : null}
    </div>
  );
};

/** When it ends, what paused or moved it, and by which clause. */
const Says = ({ clock }: { readonly clock: Clock }) => {
  const { t } = useTranslation();
  const { when, shortDay } = useFormat();
  const { due, earliest, pause, dueBefore, actBy, state } = clock;
  const open = state === "running" || state === "warning" || state === "breached";
  return (
    <>
      <small>{clock.law ?? t("clocks.own")}</small>
      {due ? (
        <small>
          {t("clocks.due", { day: when(due) })}
          {open && actBy && actBy !== due ? ` · ${t("clocks.actBy", { day: shortDay(actBy) })}` : ""}
        </small>
      ) : null}
      {earliest ? <small>{t("clocks.earliest", { day: when(earliest) })}</small> : null}
      {pause ? (
        <small>
          {pause.to === null
            ? t("clocks.pausedSince", { day: shortDay(pause.from) })
            : t("clocks.paused", { from: shortDay(pause.from), to: shortDay(pause.to) })}
        </small>
      ) : null}
      {dueBefore ? <small>{t("clocks.movedFrom", { day: when(dueBefore) })}</small> : null}
      <details>
        <summary>{t("clocks.why")}</summary>
        <small>
          {clock.clause}：{clock.text}
        </small>
        <small>
          <Link to={`/terms/${clock.terms}`}>{clock.terms}</Link>
        </small>
      </details>
    </>
  );
};

const Line = ({ claim, clock }: { readonly claim: ClaimView; readonly clock: Clock }) => {
  const left = useLeft();
  const mine = claim.extensions.filter(
    ({ family, clause }) => family === clock.family && clause === clock.clause,
  );
  return (
    <li className={css.clock}>
      <div className={css.head}>
        <b>{clock.name}</b>
        <Chip tone={TONES[clock.state]}>{left(clock)}</Chip>
      </div>
      <Bar clock={clock} />
      <Says clock={clock} />
      {mine.map((request) => (
        <Request key={request.extensionId} claim={claim} request={request} />
      ))}
      <AskToExtend claim={claim} clock={clock} requests={mine} />
    </li>
  );
};

/** 时限: each with how far it has run, where it stood still, the law or the promise it comes from, and its extensions. */
export const ClocksCard = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  if (claim.clocks.length === 0) return null;
  return (
    <Card
      title={t("claim.clocks")}
      aside={
        <DownloadLink op={downloadCalendar} params={{ kind: "claim", subjectId: claim.caseId }} plain>
          {t("clocks.ics")}
        </DownloadLink>
      }
    >
      <ul>
        {claim.clocks.map((clock) => (
          <Line key={`${clock.family} ${clock.clause}`} claim={claim} clock={clock} />
        ))}
      </ul>
    </Card>
  );
};
