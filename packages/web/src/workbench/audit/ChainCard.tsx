import { checkAudit, listAudit } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { keyOf } from "../../shared/api/hooks.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Audit.module.css";

/** 核验: goes through the whole chain now, and says what it found. */
export const ChainCard = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => call(checkAudit, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(listAudit) }),
  });
  const found = check.data;
  return (
    <Card
      className={css.chain}
      title={t("audit.chain")}
      aside={
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          {t("audit.check")}
        </Button>
      }
    >
      <p className="soft">{t("audit.chainWhy")}</p>
      {check.error ? <ProblemNote error={check.error} kept /> : null}
      <div aria-live="polite">
        {found ? (
          <>
            <p>
              <Chip tone={found.differs.length === 0 ? "pine" : "cinnabar"}>
                {found.differs.length === 0
                  ? t("audit.whole")
                  : t("audit.broken", { count: found.differs.length })}
              </Chip>{" "}
              {t("audit.found", { links: found.links, waiting: found.waiting })}
            </p>
            {found.differs.length > 0 ? (
              <ul className={css.differs}>
                {found.differs.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
            <p className="soft small">{t("audit.headWhy")}</p>
            <code className={css.head}>{found.head}</code>
          </>
        ) : null}
      </div>
    </Card>
  );
};
