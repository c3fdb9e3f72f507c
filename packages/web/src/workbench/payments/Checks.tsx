import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";

type Check = Order["checks"][number];
/** The reason given for each warning, by its check. */
export type Reasons = Readonly<Partial<Record<Check["check"], string>>>;

const SHORTEST_REASON = 2;

/** What the approver sends with the approval: a reason for each warning. */
export const overridesOf = (order: Order, reasons: Reasons) =>
  order.checks
    .filter(({ level, found }) => level === "warn" && found !== null)
    .map(({ check }) => ({ check, reason: (reasons[check] ?? "").trim() }));

/** Whether nothing blocks and every warning has its reason. */
export const answered = (order: Order, reasons: Reasons): boolean =>
  order.checks.every(({ level, found }) => found === null || level === "warn") &&
  overridesOf(order, reasons).every(({ reason }) => reason.length >= SHORTEST_REASON);

const toneOf = ({ level, found }: Check): Tone =>
  found === null ? "pine" : level === "block" ? "cinnabar" : "amber";

interface ChecksProps {
  readonly order: Order;
  readonly reasons: Reasons;
  /** Null for one who may not approve: then nothing is asked. */
  readonly onReason: ((check: Check["check"], reason: string) => void) | null;
}

/** 付款前核对: each check, what it found, and where it only warns, why the approver goes on. */
export const Checks = ({ order, reasons, onReason }: ChecksProps) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  return (
    <ul className={css.checks} aria-label={t("payments.checks")}>
      {order.checks.map((check) => (
        <li key={check.check}>
          <div className={css.check}>
            <span>{line(check.name)}</span>
            <Chip tone={toneOf(check)}>
              {check.found === null ? t("payments.checkPass") : t(`payments.checkLevel.${check.level}`)}
            </Chip>
          </div>
          {check.found ? <p className="small">{line(check.found)}</p> : null}
          {check.found && check.level === "warn" && onReason ? (
            <Input.TextArea
              aria-label={t("payments.checkReason", { check: line(check.name) })}
              placeholder={t("payments.checkReasonHint")}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={500}
              value={reasons[check.check] ?? ""}
              onChange={(event) => onReason(check.check, event.target.value)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
};

/** What an approver passed over, and why: kept with the order. */
export const Overrides = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  if (order.overrides.length === 0) return null;
  return (
    <div className={css.overrides}>
      <b className="small">{t("payments.overrides")}</b>
      <ul>
        {order.overrides.map(({ check, name, reason }) => (
          <li key={check} className="small">
            <span className="soft">{line(name)}：</span>
            {reason}
          </li>
        ))}
      </ul>
    </div>
  );
};
