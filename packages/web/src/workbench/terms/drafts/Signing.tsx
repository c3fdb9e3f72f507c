import type { DraftView } from "@goodfaith/platform/contract";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import css from "./Drafts.module.css";
import { StatusChip } from "./StatusChip.tsx";
import type { useDraftAct } from "./use-draft.ts";

interface SigningProps {
  readonly view: DraftView;
  readonly act: ReturnType<typeof useDraftAct>;
  /** The text on screen is not the one that is kept. */
  readonly dirty: boolean;
  /** The check has found errors, or has not ended. */
  readonly unfit: boolean;
}

const Signatures = ({ view }: { readonly view: DraftView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const [first, second] = view.signatures;
  return (
    <ol className={css.signatures}>
      {[first, second].map((signature, at) => (
        <li key={signature?.id ?? `place-${at}`}>
          {signature ? (
            <>
              <b>{signature.name}</b> <span className="soft small">{when(signature.at)}</span>
            </>
          ) : (
            <span className="soft">{t("drafts.unsigned", { number: at + 1 })}</span>
          )}
        </li>
      ))}
    </ol>
  );
};

/** Returning and withdrawing say why. */
const WithRemark = ({ view, act }: Pick<SigningProps, "view" | "act">) => {
  const { t } = useTranslation();
  const [remark, setRemark] = useState("");
  if (!view.may.return && !view.may.withdraw) return null;
  const short = remark.trim().length < 2;
  return (
    <div className={css.remark}>
      <label htmlFor="draft-remark">{t("drafts.remark")}</label>
      <Input.TextArea
        id="draft-remark"
        value={remark}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        onChange={(event) => setRemark(event.target.value)}
      />
      <div className={css.buttons}>
        {view.may.return ? (
          <Button
            disabled={short || act.isPending}
            onClick={() => act.mutate({ act: "return", remark }, { onSuccess: () => setRemark("") })}
          >
            {t("drafts.return")}
          </Button>
        ) : null}
        {view.may.withdraw ? (
          <Button
            danger
            disabled={short || act.isPending}
            onClick={() => act.mutate({ act: "withdraw", remark })}
          >
            {t("drafts.withdraw")}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

const Main = ({ view, act, dirty, unfit }: SigningProps) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  if (view.may.submit)
    return (
      <>
        <Button
          type="primary"
          disabled={dirty || unfit}
          loading={act.isPending}
          onClick={() => act.mutate({ act: "submit" })}
        >
          {t("drafts.submit")}
        </Button>
        {dirty || unfit ? (
          <span className="soft small">{t(dirty ? "drafts.saveFirst" : "drafts.mendFirst")}</span>
        ) : null}
      </>
    );
  if (view.may.sign) {
    const ask = (): void => {
      modal.confirm({
        title: t("drafts.signSure"),
        content: <span className={css.digest}>{view.digest}</span>,
        okText: t("drafts.sign"),
        cancelText: t("common.cancel"),
        onOk: () => act.mutateAsync({ act: "sign" }).catch(() => undefined),
      });
    };
    return (
      <Button type="primary" loading={act.isPending} onClick={ask}>
        {t("drafts.sign")}
      </Button>
    );
  }
  return null;
};

/** 签发: where the draft stands, who has signed, and what this person may do next. */
export const Signing = (props: SigningProps) => {
  const { t } = useTranslation();
  const { view, act } = props;
  return (
    <Card title={t("drafts.signing")} aside={<StatusChip status={view.status} />}>
      {view.remark ? (
        <p className={css.said}>
          <b>{t("drafts.saidWhy")}</b> {view.remark}
        </p>
      ) : null}
      <p className="soft small">{t("drafts.rule")}</p>
      <Signatures view={view} />
      <p className="small">
        {t("drafts.digest")} <span className={css.digest}>{view.digest}</span>
      </p>
      {view.notSigning ? <p className={css.said}>{t(`drafts.notSigning.${view.notSigning}`)}</p> : null}
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <div className={css.buttons}>
        <Main {...props} />
      </div>
      <WithRemark view={view} act={act} />
    </Card>
  );
};
