import { useTranslation } from "react-i18next";
import css from "./ClauseCode.module.css";
import { Feel } from "./Feel.tsx";
import type { ClauseCode as Code, CodeLine, WrittenTable } from "./lines.ts";
import { Scrolling } from "./Scrolling.tsx";

const Line = ({ line: { word, name, feel, say } }: { readonly line: CodeLine }) => {
  const { t } = useTranslation();
  return (
    <p>
      <b>{t(`terms.word.${word}`)}</b> {name === null ? null : <span className={css.given}>{name}</span>}
      {name !== null && feel !== null ? " = " : " "}
      {feel === null ? null : <Feel source={feel} />}
      {word === "promiseDays" ? ` ${t("terms.workingDays")}` : null}
      {say === null ? null : feel === null ? (
        say
      ) : (
        <span className={css.say}>
          {t(word === "require" ? "terms.otherwise" : "terms.because", { say })}
        </span>
      )}
    </p>
  );
};

const HITS = ["unique", "first", "sum", "max"] as const;

/** What a table's hit policy says, in words. */
export const useHit = () => {
  const { t } = useTranslation();
  return (hit: string): string => {
    const known = HITS.find((one) => one === hit);
    return known ? t(`terms.hit.${known}`) : hit;
  };
};

/** A table as the document writes it: what is asked on the left of the double line, what follows on its right. */
export const TableCode = ({ table, label }: { readonly table: WrittenTable; readonly label: string }) => {
  const hits = useHit();
  return (
    <Scrolling label={label}>
      <table className={css.table}>
        <caption>{hits(table.hit)}</caption>
        <thead>
          <tr>
            {table.on.map((on) => (
              <th key={on} scope="col">
                <Feel source={on} />
              </th>
            ))}
            {table.define.map((name) => (
              <th key={name} scope="col" className={css.output}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, at) => (
                <td
                  key={table.on[at] ?? table.define[at - table.on.length]}
                  className={at < table.on.length ? undefined : css.output}
                >
                  <Feel source={cell} test={at < table.on.length} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};

/** What runs beneath a clause. */
export const ClauseCode = ({ id, code }: { readonly id: string; readonly code: Code | undefined }) => {
  const { t } = useTranslation();
  if (!code || (code.lines.length === 0 && code.table === null)) return null;
  return (
    <div className={css.code}>
      {code.lines.map((line) => (
        <Line key={`${line.word} ${line.name} ${line.feel}`} line={line} />
      ))}
      {code.table ? <TableCode table={code.table} label={t("terms.tableOf", { clause: id })} /> : null}
    </div>
  );
};
