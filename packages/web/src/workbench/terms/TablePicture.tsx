import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHit } from "./ClauseCode.tsx";
import type { TableDescription } from "./engine.ts";
import { canDraw, cellsOf, firstView, type PictureCell, turned, type View } from "./picture.ts";
import { Scrolling } from "./Scrolling.tsx";
import css from "./TablePicture.module.css";

interface Drawing {
  readonly table: TableDescription;
  readonly view: View;
}

/** A piece in words: 是 and 否 instead of true and false. */
const usePiece = () => {
  const { t } = useTranslation();
  return (text: string): string =>
    text === "true"
      ? t("common.yes")
      : text === "false"
        ? t("common.no")
        : text === "-"
          ? t("terms.anything")
          : text;
};

const Cell = ({ cell: { kind, rows } }: { readonly cell: PictureCell }) => {
  const { t } = useTranslation();
  return (
    <td className={css[kind]}>
      {kind === "gap" ? t("terms.picture.gap") : rows.join("、")}
      {kind === "overlap" ? <b>{t("terms.picture.overlap")}</b> : null}
    </td>
  );
};

const Grid = ({ table, view }: Drawing) => {
  const { t } = useTranslation();
  const piece = usePiece();
  const across = table.axes[view.across];
  const down = view.down === null ? null : table.axes[view.down];
  return (
    <Scrolling label={t("terms.picture.of", { clause: table.clause })}>
      <table className={css.grid}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              {down ? `${down.name} ↓ ` : ""}
              {across?.name} →
            </th>
            {across?.pieces.map(({ text }) => (
              <th key={text} scope="col">
                {piece(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cellsOf(table, view).map((cells, y) => {
            const name = down?.pieces[y]?.text ?? null;
            return (
              <tr key={name}>
                <th scope="row">{name === null ? t("terms.picture.row") : piece(name)}</th>
                {cells.map((cell, x) => (
                  <Cell key={across?.pieces[x]?.text} cell={cell} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolling>
  );
};

const Axes = ({ table, view, onView }: Drawing & { readonly onView: (view: View) => void }) => {
  const { t } = useTranslation();
  const piece = usePiece();
  if (table.axes.length < 3) return null;
  const axes = table.axes.map(({ name }, value) => ({ value, label: name }));
  const fixed = table.axes.flatMap((axis, at) =>
    at === view.across || at === view.down ? [] : [{ axis, at }],
  );
  return (
    <div className={css.axes}>
      {(["across", "down"] as const).map((side) => (
        <span key={side}>
          {t(`terms.picture.${side}`)}
          <Select
            size="small"
            aria-label={t(`terms.picture.${side}`)}
            value={view[side] ?? 0}
            options={axes}
            onChange={(axis: number) => onView(turned(view, side, axis))}
          />
        </span>
      ))}
      {fixed.map(({ axis, at }) => (
        <span key={axis.name}>
          {axis.name}
          <Select
            size="small"
            aria-label={axis.name}
            value={view.at[at] ?? 0}
            options={axis.pieces.map(({ text }, value) => ({ value, label: piece(text) }))}
            onChange={(chosen: number) =>
              onView({ ...view, at: view.at.map((now, axisAt) => (axisAt === at ? chosen : now)) })
            }
          />
        </span>
      ))}
    </div>
  );
};

/** What no row says, or two rows say, each with its smallest example. */
const Findings = ({ table }: { readonly table: TableDescription }) => {
  const { t } = useTranslation();
  const piece = usePiece();
  if (table.findings.length === 0) return <p className={css.whole}>✓ {t("terms.picture.whole")}</p>;
  return (
    <ul className={css.findings}>
      {table.findings.map(({ kind, rows, sample }) => {
        const where = sample.map((text, at) => `${table.axes[at]?.name} = ${piece(text)}`).join("，");
        return (
          <li key={`${kind} ${where}`} data-kind={kind}>
            <b>{t(`terms.picture.${kind}`)}</b>{" "}
            {kind === "gap"
              ? t("terms.picture.gapAt", { where })
              : t("terms.picture.overlapAt", { where, rows: rows.map((row) => row + 1).join("、") })}
          </li>
        );
      })}
    </ul>
  );
};

/** 缺与叠: a table's inputs cut at every boundary, each piece with the rows that take it. */
export const TablePicture = ({ table }: { readonly table: TableDescription }) => {
  const { t } = useTranslation();
  const hits = useHit();
  const [view, setView] = useState(() => firstView(table));
  return (
    <div className={css.picture}>
      <h3>
        {table.clause} <span className="soft small">{hits(table.hit)}</span>
      </h3>
      {canDraw(table) ? (
        <>
          <Axes table={table} view={view} onView={setView} />
          <Grid table={table} view={view} />
        </>
      ) : (
        <p className="soft small">{t("terms.picture.cannot")}</p>
      )}
      <Findings table={table} />
    </div>
  );
};
