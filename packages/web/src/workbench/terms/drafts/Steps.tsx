import { type DraftView, readDraftVersion } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../shared/api/call.ts";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import css from "./Drafts.module.css";

interface StepsProps {
  readonly view: DraftView;
  /** Puts an earlier text into the editor, where it can be saved again. */
  readonly onText: (text: string) => void;
}

/** What happened to the draft, last first; while it may be edited an earlier text can be taken up again. */
export const Steps = ({ view, onText }: StepsProps) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const back = useMutation({
    mutationFn: (version: number) => call(readDraftVersion, { params: { draftId: view.draftId, version } }),
    onSuccess: ({ source }) => onText(source),
  });
  const wrote = view.steps.filter(({ type }) => type === "created" || type === "saved");
  const last = wrote.at(-1)?.version;
  return (
    <Card title={t("drafts.steps")}>
      {back.error ? <ProblemNote error={back.error} /> : null}
      <ol className={css.steps}>
        {[...view.steps].reverse().map(({ version, type, at, by, remark }) => (
          <li key={version}>
            <span>
              <b>{t(`drafts.step.${type}`)}</b> {by} <span className="soft small">{when(at)}</span>
              {remark ? <span className={css.said}> {remark}</span> : null}
            </span>
            {view.may.edit && wrote.some((one) => one.version === version) && version !== last ? (
              <Button size="small" type="text" onClick={() => back.mutate(version)}>
                {t("drafts.takeBack", { version })}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
};
