import type { ClaimView } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import type { Policy } from "./facts-of.ts";
import css from "./Strip.module.css";
import {
  isTime,
  midnights,
  type Piece,
  type Pin,
  piecesOf,
  pinsOf,
  type Scale,
  scaleOf,
  type WhatIf,
} from "./strip-scale.ts";

interface StripProps {
  readonly claim: ClaimView;
  readonly policy: Policy;
  readonly whatIf: WhatIf;
}

const percent = (n: number): string => `${n.toFixed(3)}%`;
const WIDE_ENOUGH = 13;
/** Per cent of the width in which the words of both ends find room between them. */
const ROOMY = 56;

const useAmount = () => {
  const { yuan } = useFormat();
  const { t } = useTranslation();
  return ({ least, most }: { least: string; most: string | null }): string =>
    least === most ? yuan(least) : `${yuan(least)} – ${most === null ? t("money.endless") : yuan(most)}`;
};

/** A place on the line as a person reads it. */
const useValue = (type: string) => {
  const { yuan, shortWhen } = useFormat();
  return (value: string): string =>
    isTime(type) ? shortWhen(value) : type === "money" ? yuan(value) : value;
};

const Days = ({ scale }: { readonly scale: Scale }) => {
  const { shortDay } = useFormat();
  return midnights(scale).map((at) => (
    <div key={at} className={css.day} style={{ left: percent(scale.x(at)) }}>
      {scale.x(at) < 90 ? <span>{shortDay(new Date(at).toISOString())}</span> : null}
    </div>
  ));
};

const Pieces = ({ pieces, scale }: { readonly pieces: readonly Piece[]; readonly scale: Scale }) => {
  const amount = useAmount();
  return pieces.map((piece) => {
    const width = scale.x(piece.to) - scale.x(piece.from);
    return (
      <div
        key={piece.from}
        className={`${css.piece} ${piece.best ? css.best : ""}`}
        style={{ left: percent(scale.x(piece.from)), width: percent(width) }}
      >
        {width > WIDE_ENOUGH ? <span className={`${css.amount} num`}>{amount(piece)}</span> : null}
      </div>
    );
  });
};

/** Which way the words at each end run, so that they neither meet nor leave the board. */
const waysOf = (low: number, high: number): { low: boolean; high: boolean } => {
  const roomy = high - low > ROOMY;
  return { low: !roomy && low > 100 - high, high: roomy || low > 100 - high };
};

/** Who gave each bound that holds, at its place. */
const Ends = ({
  pins,
  scale,
  type,
}: {
  readonly pins: readonly Pin[];
  readonly scale: Scale;
  readonly type: string;
}) => {
  const value = useValue(type);
  const holding = pins.filter(({ holds }) => holds);
  const x = (side: Pin["side"], none: number): number => {
    const pin = holding.find((each) => each.side === side);
    return pin ? scale.x(pin.at) : none;
  };
  const ways = waysOf(x("low", 0), x("high", 100));
  const between = x("high", 100) - x("low", 0) - 1;
  /** How far the words may run before they meet the other's or the board's edge. */
  const room = (side: Pin["side"], at: number): number => {
    const inward = side === "low" ? !ways.low : ways.high;
    if (!inward) return side === "low" ? at - 1 : 99 - at;
    const otherInward = side === "low" ? ways.high : !ways.low;
    return otherInward ? between / 2 : between;
  };
  return holding.map((pin) => {
    const toLeft = ways[pin.side];
    const at = scale.x(pin.at);
    return (
      <div
        key={`${pin.side} ${pin.at}`}
        className={`${css.end} ${toLeft ? css.toLeft : ""}`}
        style={
          toLeft
            ? { right: percent(Math.max(1, 100 - at)), maxWidth: percent(room(pin.side, at)) }
            : { left: percent(Math.max(1, at)), maxWidth: percent(room(pin.side, at)) }
        }
      >
        <b className="num">{value(pin.value)}</b>
        {pin.label}
      </div>
    );
  });
};

/** A bounded fact drawn on its line: who bounds it, where the boundary lies, and what each stretch would pay. */
export const Strip = ({ claim, policy, whatIf }: StripProps) => {
  const { t } = useTranslation();
  const amount = useAmount();
  const value = useValue(whatIf.type);
  const span = ({ starts, ends }: Piece): string =>
    starts === ends ? value(starts) : t("terms.range", { from: value(starts), to: value(ends) });
  const pieces = piecesOf(whatIf);
  const pins = pinsOf(claim.findings, whatIf);
  const [first, last] = [pieces.at(0), pieces.at(-1)];
  if (!first || !last) return null;
  const scale = scaleOf([first.from, last.to, ...pins.map(({ at }) => at)]);
  const sure = new Set(pieces.map((piece) => amount(piece))).size === 1;
  return (
    <figure
      className={css.strip}
      aria-label={t("claim.stripLabel", { fact: whatIf.fact, product: policy.product })}
    >
      <div className={css.board} aria-hidden="true">
        <Pieces pieces={pieces} scale={scale} />
        {isTime(whatIf.type) ? <Days scale={scale} /> : null}
        <div
          className={`${css.bracket} ${sure ? css.sure : ""}`}
          style={{
            left: percent(scale.x(first.from)),
            width: percent(scale.x(last.to) - scale.x(first.from)),
          }}
        />
        {pins.map((pin) => (
          <div
            key={`${pin.side} ${pin.at}`}
            className={`${css.pin} ${pin.holds ? "" : css.ghost}`}
            style={{ left: percent(scale.x(pin.at)) }}
          />
        ))}
        <Ends pins={pins} scale={scale} type={whatIf.type} />
      </div>
      <ul className={css.list}>
        {pieces.map((piece) => (
          <li key={piece.from}>
            <span>
              <i className={piece.best ? css.bestSwatch : undefined} aria-hidden="true" />
              {span(piece)}
            </span>
            <b className="num">{amount(piece)}</b>
          </li>
        ))}
      </ul>
      {sure && pieces.length > 0 ? (
        <figcaption className="small soft">{t("claim.stripSure")}</figcaption>
      ) : null}
    </figure>
  );
};
