import { type OutSheet, writeXlsx } from "../tabular/index.ts";
import type { Remark } from "./row.ts";
import type { ImportSheet } from "./sheet.ts";
import { MOST_BAD_KEPT, type Tally } from "./tally.ts";

const sentence = ({ column, say }: Remark): string => `${column.name}：${say.zh}（${say.en}）`;

/** The bad rows as they stand in the file, what is wrong first, each wrong cell marked. To be corrected and sent again. */
export const problemWorkbook = (sheet: ImportSheet, tally: Tally): Promise<Uint8Array> => {
  const kept = [...tally.kept].sort((a, b) => a.row.number - b.row.number);
  const own = ["行号", "问题"];
  const bad: OutSheet = {
    name: "问题行",
    columns: [
      { header: own[0] ?? "", width: 8 },
      { header: own[1] ?? "", width: 60 },
      ...sheet.headers.map((header) => ({ header })),
    ],
    rows: kept.map(({ row, problems }) => [
      row.number,
      problems.map(sentence).join("\n"),
      ...sheet.headers.map((_, at) => row.cells[at] ?? ""),
    ]),
    marks: kept.flatMap(({ problems }, row) =>
      problems.flatMap((remark) => {
        const place = sheet.places.get(remark.column);
        return place === undefined ? [] : [{ row, column: place + own.length, note: sentence(remark) }];
      }),
    ),
  };
  const left = tally.bad - kept.length;
  const lines = [
    `共 ${tally.rows} 行，其中 ${tally.bad} 行有问题，没有导入任何一行。`,
    `${tally.rows} rows, ${tally.bad} of them bad; nothing was imported.`,
    "请在原文件中改正这些行，再整份导入。",
    "Correct these rows in your file and import the whole file again.",
    ...(left > 0
      ? [
          `这里只列出前 ${MOST_BAD_KEPT} 行，另有 ${left} 行未列。`,
          `The first ${MOST_BAD_KEPT} are here; ${left} more are not.`,
        ]
      : []),
  ];
  return writeXlsx([
    bad,
    { name: "说明", columns: [{ header: "说明", width: 80 }], rows: lines.map((line) => [line]) },
  ]);
};
