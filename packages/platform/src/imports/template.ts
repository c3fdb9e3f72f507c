import type { Download } from "../kernel/operation.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import type { Column } from "./column.ts";
import type { Importer } from "./importer.ts";

/** A header with a star where the column must be filled in; the star is no part of the name when it is read. */
const header = ({ name, required }: Column<unknown>): string => (required ? `${name}*` : name);

/** The template: an empty sheet to fill, the same filled with examples, and what each column takes. */
export const template = async <R>(importer: Importer<R>): Promise<Download> => {
  const { columns } = importer;
  const heads = columns.map((column) => ({
    header: header(column),
    width: Math.max(12, column.name.length * 2 + 4),
  }));
  const examples = [
    columns.map(({ example }) => example),
    ...importer.examples.map((example) => columns.map(({ name }) => example[name] ?? "")),
  ];
  const content = await writeXlsx([
    { name: "导入", columns: heads, rows: [] },
    { name: "示例", columns: heads, rows: examples },
    {
      name: "填写说明",
      columns: [
        { header: "列名", width: 22 },
        { header: "必填", width: 8 },
        { header: "怎么填", width: 60 },
        { header: "How to fill it in", width: 60 },
        { header: "示例", width: 28 },
        { header: "也认得的表头", width: 50 },
      ],
      rows: columns.map((column) => [
        column.name,
        column.required ? "是" : "否",
        column.guidance.zh,
        column.guidance.en,
        column.example,
        column.also.join("、"),
      ]),
    },
  ]);
  return { filename: `导入模板-${importer.title.zh}.xlsx`, mediaType: XLSX_MEDIA_TYPE, content };
};
