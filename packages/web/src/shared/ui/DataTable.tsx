import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "./DataTable.module.css";

export interface Column<T> {
  readonly key: string;
  readonly name: string;
  readonly right?: boolean;
  readonly show: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly empty: ReactNode;
  readonly busy?: boolean;
  readonly foot?: ReactNode;
}

/** A plain table of records; on a narrow screen each row becomes a card with the columns' names. */
export const DataTable = <T,>({ caption, columns, rows, rowKey, empty, busy, foot }: DataTableProps<T>) => (
  <div className={css.wrap} aria-busy={busy}>
    {rows.length === 0 && !busy ? (
      empty
    ) : (
      <div className={`${css.scroll} ${busy ? css.busy : ""}`}>
        <table className={css.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.right ? css.right : undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-name={column.name}
                    className={column.right ? css.right : undefined}
                  >
                    {column.show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {foot}
  </div>
);

interface PagerProps {
  readonly from: number;
  readonly count: number;
  readonly total: number;
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** Where in the list this page stands, and the way on. */
export const Pager = ({ from, count, total, onBack, onNext }: PagerProps) => {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <nav className={css.foot} aria-label={t("common.next")}>
      <span className="num">{t("common.showing", { from, to: from + count - 1, count: total })}</span>
      {onBack || onNext ? (
        <div>
          <Button disabled={!onBack} onClick={() => onBack?.()}>
            {t("common.previous")}
          </Button>
          <Button disabled={!onNext} onClick={() => onNext?.()}>
            {t("common.next")}
          </Button>
        </div>
      ) : null}
    </nav>
  );
};
