import { replayClaim } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../shared/api/call.ts";
import { Chip } from "../../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";

/** Decides every past decision again with the terms and facts of that time, and says whether they are the same. */
export const Replay = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTranslation();
  const replay = useMutation({ mutationFn: () => call(replayClaim, { params: { caseId } }) });
  const { data } = replay;
  return (
    <span style={{ display: "inline-flex", gap: 10, alignItems: "center", flexWrap: "wrap" }}>
      <span aria-live="polite">
        {data ? (
          <Chip tone={data.same ? "pine" : "cinnabar"}>
            {data.same
              ? t("claim.replaySame", { count: data.decisions })
              : t("claim.replayDiffers", { count: data.differs.length })}
          </Chip>
        ) : null}
      </span>
      {replay.error ? <ProblemNote error={replay.error} /> : null}
      <Button size="small" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t("claim.replay")}
      </Button>
    </span>
  );
};
