import { confirmTotp, whoAmI } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "../access/Access.module.css";
import { useAct } from "../access/use-act.ts";

/** The code as a picture, drawn here: the secret goes to no other service. */
const Picture = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("access.mine.qr")}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

interface EnrolmentProps {
  readonly enrolling: { readonly secret: string; readonly uri: string };
  readonly onDone: () => void;
}

/** Scan, give the first code, keep the recovery codes. */
export const Enrolment = ({ enrolling, onDone }: EnrolmentProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const confirm = useAct((body: { code: string }) => call(confirmTotp, { body }));
  if (confirm.data)
    return (
      <>
        <p>{t("access.mine.codes")}</p>
        <ul className={css.codes}>
          {confirm.data.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Button
          type="primary"
          onClick={() => {
            void client.invalidateQueries({ queryKey: [whoAmI.id] });
            onDone();
          }}
        >
          {t("access.mine.kept")}
        </Button>
      </>
    );
  return (
    <>
      <p>{t("access.mine.scan")}</p>
      <Picture text={enrolling.uri} />
      <p className={`soft small ${css.secret}`}>{t("access.mine.byHand", { secret: enrolling.secret })}</p>
      <Form layout="vertical" className={css.narrow} requiredMark={false} onFinish={confirm.mutate}>
        <Form.Item
          name="code"
          label={t("access.mine.code")}
          rules={[{ required: true, pattern: /^\d{6}$/, message: t("access.mine.sixDigits") }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        <span className={css.tools}>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t("access.mine.finish")}
          </Button>
          <Button onClick={onDone}>{t("common.cancel")}</Button>
        </span>
      </Form>
      {confirm.error ? <ProblemNote error={confirm.error} kept /> : null}
    </>
  );
};
