import type { Messages } from "../types.ts";

export const imports: Messages["imports"] = {
  title: "Imports",
  say: "Tried first, changing nothing; one wrong row, and no row is imported.",
  what: "What to import",
  kind: { parties: "People", policies: "Policies", claims: "Claims" },
  template: "Download the template",
  drop: "Drop a CSV or Excel file here, or click to choose",
  dropSay: "Every row is checked first and nothing is changed; up to 200 MB",
  rows: "rows",
  created: "new",
  updated: "updated",
  unchanged: "unchanged",
  bad: "with problems",
  said: {
    clean: "The check passed. Nothing is imported yet.",
    hasBad:
      "{{bad}} of {{rows}} rows have problems; no row was imported. Correct them and drop the file again.",
    applied: "{{rows}} rows imported.",
  },
  row: "Row",
  rowNumber: "row {{row}}",
  rowsCount: "rows: {{count}}",
  column: "Column",
  value: "Now",
  blank: "(blank)",
  why: "What is wrong and what would be right",
  apply: "Import {{rows}} rows",
  workbook: "Download the problems (Excel)",
  history: "Earlier imports",
  historyNone: "Nothing imported yet",
  status: { checked: "tried only", applied: "imported", refused: "not imported" },
};
