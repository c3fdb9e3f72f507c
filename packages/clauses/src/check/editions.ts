import { dayText } from "../facts/read.ts";
import type { TermsProblem } from "../terms/errors.ts";
import type { Period, TermsDocument } from "../terms/model.ts";
import { Problems } from "../terms/report.ts";

/** Editions of one family whose periods overlap, and one edition in two files. */
export function checkEditions(docs: readonly TermsDocument[]): readonly TermsProblem[] {
  return docs.flatMap((doc, i) => {
    const problems = new Problems(doc.file);
    for (const other of docs.slice(0, i)) pair(doc, other, problems);
    return problems.sorted();
  });
}

function pair(doc: TermsDocument, other: TermsDocument, problems: Problems): void {
  if (doc.id === other.id) {
    problems.report(doc.at, `edition ${doc.id} is already in ${other.file}`, "give each edition one file", [
      `版本 ${doc.id} 已见于 ${other.file}`,
      "每个版本只应有一个文件",
    ]);
    return;
  }
  if (family(doc) !== family(other) || !overlap(doc.effective, other.effective)) return;
  const when = `${period(doc.effective)} and ${period(other.effective)}`;
  problems.report(
    doc.at,
    `${doc.id} and ${other.id} (${other.file}) are in force at once: ${when}`,
    "end one edition the day before the next begins",
    [`${doc.id} 与 ${other.id}（${other.file}）有效期重叠`, "请使前一版在后一版生效前一日终止"],
  );
}

const family = (doc: TermsDocument): string => doc.id.split("/")[0] ?? "";

const overlap = (a: Period, b: Period): boolean =>
  (a.to === null || b.from === null || b.from <= a.to) &&
  (b.to === null || a.from === null || a.from <= b.to);

const period = (p: Period): string =>
  `${dayText(p.from) ?? "always"} to ${dayText(p.to) ?? "further notice"}`;
