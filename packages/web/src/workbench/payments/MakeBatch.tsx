import { createBatch, listPayments } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { fromCents, toCents } from "../../shared/format/money.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Payments.module.css";
import { refreshPayments } from "./refresh.ts";

/** 待送银行: puts every approved order (up to the first 200) into one bank file. */
export const MakeBatch = () => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const approved = useRead(listPayments, { query: { status: "approved", limit: 200 } });
  const make = useMutation({
    mutationFn: (payments: string[]) => call(createBatch, { body: { payments } }),
    onSuccess: (batch) => {
      void message.success(t("payments.batchMade", { number: batch.number }));
      refreshPayments(client);
    },
  });
  const items = approved.data?.items ?? [];
  if (items.length === 0) return null;
  const total = fromCents(items.reduce((sum, { amount }) => sum + (toCents(amount) ?? 0n), 0n));
  const ask = (): void => {
    modal.confirm({
      title: t("payments.batchAsk", { count: items.length, total: yuan(total) }),
      content: t("payments.batchWhy"),
      okText: t("payments.makeBatch"),
      onOk: () => make.mutateAsync(items.map(({ paymentId }) => paymentId)).catch(() => undefined),
    });
  };
  return (
    <section className={css.ready} aria-label={t("payments.ready")}>
      <div>
        <div className="soft">{t("payments.readyCount", { count: items.length })}</div>
        <b className="num">
          {yuan(total)} {t("common.yuan")}
        </b>
      </div>
      <Button type="primary" size="large" loading={make.isPending} onClick={ask}>
        {t("payments.makeBatch")}
      </Button>
      {make.error ? <ProblemNote error={make.error} kept /> : null}
    </section>
  );
};
