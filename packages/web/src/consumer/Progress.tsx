import type { ConsumerOverview } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../shared/format/use-format.ts";
import css from "./Consumer.module.css";

type Steps = ConsumerOverview["claims"][number]["progress"];

/** How far, as five short bars; said in words for those who cannot see them. */
export const ProgressBars = ({ progress }: { readonly progress: Steps }) => {
  const { t } = useTranslation();
  const reached = progress.filter(({ at }) => at !== null);
  const last = reached.at(-1);
  return (
    <div className={css.steps}>
      <div className={css.bars} aria-hidden="true">
        {progress.map(({ step, at }) => (
          <i key={step} className={at === null ? undefined : css.on} />
        ))}
      </div>
      <span className="visually-hidden">{last ? t(`consumer.step.${last.step}`) : ""}</span>
    </div>
  );
};

/** Each step with when it happened. */
export const Road = ({ progress }: { readonly progress: Steps }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  return (
    <ol className={css.road}>
      {progress.map(({ step, at }) => (
        <li key={step} className={at === null ? undefined : css.on}>
          {t(`consumer.step.${step}`)}
          <small>{at === null ? t("payments.notYet") : when(at)}</small>
        </li>
      ))}
    </ol>
  );
};
