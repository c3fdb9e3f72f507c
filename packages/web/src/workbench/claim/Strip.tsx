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

const useAmount = () => {
  const { yuan } = useFormat();
  const { t } = useTranslation();
  return ({ least, most }: { least: string; most: string | null }): string =>
    least === most ? yuan(least) : `${yuan(least)} – ${most === null ? t("money.endless") : yuan(most)}`;
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

const Ends = ({ pins, scale }: { readonly pins: readonly Pin[]; readonly scale: Scale }) =>
  pins
    .filter(({ holds }) => holds)
    .map((pin) => {
      const x = scale.x(pin.at);
      const toLeft = pin.side === "high";
      return (
        <div
          key={`${pin.side} ${pin.at}`}
          className={`${css.end} ${toLeft ? css.toLeft : ""}`}
          style={toLeft ? { right: percent(Math.max(1, 100 - x)) } : { left: percent(Math.max(1, x)) }}
        >
          <b className="num">{pin.shows}</b>
          {pin.label}
        </div>
      );
    });

/** A bounded fact drawn on its line: who bounds it, where the boundary lies, and what each stretch would pay. */
export const Strip = ({ claim, policy, whatIf }: StripProps) => {
  const { t } = useTranslation();
  const amount = useAmount();
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
        <Ends pins={pins} scale={scale} />
      </div>
      <ul className={css.list}>
        {pieces.map((piece) => (
          <li key={piece.from}>
            <span>
              <i className={piece.best ? css.bestSwatch : undefined} aria-hidden="true" />
              {piece.label}
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
