import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fromCents, share, toCents, yuanShort } from "../format/money.ts";
import css from "./MoneyBar.module.css";
import { useWalk } from "./motion.ts";

interface MoneyBarProps {
  readonly least: string;
  readonly most: string | null;
  /** Already ordered paid. */
  readonly ordered?: string;
  readonly compact?: boolean;
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

/** An amount that walks to its next value when evidence narrows it. */
const Walking = ({ yuan }: { readonly yuan: string }) => {
  const target = Number(toCents(yuan) ?? 0n);
  const shown = useWalk(target);
  return (
    <span className="num">
      {shown === target ? yuanShort(yuan) : yuanShort(fromCents(BigInt(Math.round(shown / 100)) * 100n))}
    </span>
  );
};

/** The widest end seen while the page is open, so that narrowing is seen as narrowing. */
const useScale = (most: bigint): bigint => {
  const widest = useRef(most);
  useEffect(() => {
    if (most > widest.current) widest.current = most;
  }, [most]);
  return most > widest.current ? most : widest.current;
};

/** Money as a bar from least to most: solid what is certain, striped what still depends, darker what is ordered. */
export const MoneyBar = ({ least, most, ordered = "0.00", compact }: MoneyBarProps) => {
  const { t } = useTranslation();
  const low = toCents(least) ?? 0n;
  const high = most === null ? low * 2n : (toCents(most) ?? low);
  const paid = toCents(ordered) ?? 0n;
  const scale = useScale(high);
  const settled = most !== null && low === high;
  const at = (cents: bigint): number => share(cents, scale);
  return (
    <figure>
      {compact ? null : (
        <div className={css.figure}>
          <Walking yuan={least} />
          {settled ? null : <span aria-hidden="true">–</span>}
          {settled ? null : most === null ? <span>{t("money.endless")}</span> : <Walking yuan={most} />}
          <small>{t("common.yuan")}</small>
        </div>
      )}
      <div className={css.track} aria-hidden="true">
        <span className={css.ordered} style={{ width: percent(at(paid)) }} hidden={paid === 0n} />
        <span
          className={css.certain}
          style={{ left: percent(at(paid)), width: percent(Math.max(0, at(low) - at(paid))) }}
        />
        <span
          className={`${css.open} ${most === null ? css.endless : ""}`}
          style={{ left: percent(at(low)), width: percent(Math.max(0, at(high) - at(low))) }}
        />
      </div>
      <figcaption className={css.legend}>
        <span>
          {t("money.certain")} <b className="num">{yuanShort(least)}</b>
        </span>
        {paid > 0n ? (
          <span>
            {t("money.ordered")} <b className="num">{yuanShort(ordered)}</b>
          </span>
        ) : null}
        {settled ? (
          <span>{t("money.closed")}</span>
        ) : (
          <span>
            {t("money.open")}{" "}
            <b className="num">{most === null ? t("money.endless") : yuanShort(fromCents(high - low))}</b>
          </span>
        )}
      </figcaption>
    </figure>
  );
};
