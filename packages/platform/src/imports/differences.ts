import { mask } from "../access/index.ts";
import { type OutSheet, writeXlsx } from "../tabular/index.ts";
import type { FieldChange, Outcome, RowKey } from "./importer.ts";

/** New rows are listed to see that they are the right ones; what changed is listed to be read line by line. */
const MOST_NEW = 1_000;
const MOST_CHANGED = 10_000;

interface Line {
  readonly row: number;
  readonly key: string;
}

/** What a file brings that is new, and what it changes: the first of each, and how many there are of all. */
export class Differences {
  private created = 0;
  private updated = 0;
  private unchanged = 0;
  private readonly news: Line[] = [];
  private readonly changes: (Line & { readonly fields: readonly FieldChange[] })[] = [];

  /** @param keys what the row is found by; the first that may be shown names it */
  add(row: number, keys: readonly RowKey[], outcome: Outcome): void {
    switch (outcome.change) {
      case "bad":
        return;
      case "unchanged":
        this.unchanged += 1;
        return;
      case "created":
        this.created += 1;
        if (this.news.length < MOST_NEW) this.news.push({ row, key: shown(keys) });
        return;
      case "updated":
        this.updated += 1;
        if (this.changes.length < MOST_CHANGED)
          this.changes.push({ row, key: shown(keys), fields: outcome.fields ?? [] });
        return;
    }
  }

  /** The report, or null where the file brings nothing new. */
  async workbook(): Promise<Uint8Array | null> {
    if (this.created + this.updated === 0) return null;
    return writeXlsx([this.changed(), this.fresh(), this.totals()]);
  }

  private changed(): OutSheet {
    return {
      name: "变更",
      columns: [
        { header: "行号", width: 8 },
        { header: "编号", width: 24 },
        { header: "列", width: 20 },
        { header: "原来", width: 36 },
        { header: "导入后", width: 36 },
      ],
      rows: this.changes.flatMap(({ row, key, fields }) =>
        fields.length === 0
          ? [[row, key, "其他内容 · other content", "", ""]]
          : fields.map(({ column, from, to }) => [row, key, column, from, to]),
      ),
    };
  }

  private fresh(): OutSheet {
    return {
      name: "新增",
      columns: [
        { header: "行号", width: 8 },
        { header: "编号", width: 24 },
      ],
      rows: this.news.map(({ row, key }) => [row, key]),
    };
  }

  private totals(): OutSheet {
    const lines = [
      ["新增 New", this.created, this.news.length],
      ["变更 Changed", this.updated, this.changes.length],
      ["不变 Unchanged", this.unchanged, 0],
    ] as const;
    return {
      name: "合计",
      columns: [{ header: "", width: 20 }, { header: "行数 Rows" }, { header: "本表列出 Listed here" }],
      rows: lines.map((line) => [...line]),
    };
  }
}

const shown = (keys: readonly RowKey[]): string => {
  const open = keys.find(({ column }) => !column.sensitive);
  return open ? open.key : mask.identity(keys[0]?.key ?? "");
};
