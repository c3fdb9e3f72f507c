import type { FieldProblem } from "../kernel/problem.ts";

/** A name or a value of an address as a person meant it; null where its escapes are none. */
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
};

/**
 * What of an address's query nobody can have meant: escapes that are none (a search for `%zz` would quietly find nothing), and
 * names given twice, of which one would quietly win. Each is named as far as it can be read.
 */
export const unreadable = (url: string): FieldProblem[] => {
  const at = url.indexOf("?");
  if (at < 0) return [];
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const pairs = url.slice(at + 1).split("&");
  for (const pair of pairs.filter((one) => one !== "")) {
    const [name = "", ...rest] = pair.split("=");
    const field = decoded(name);
    const value = decoded(rest.join("="));
    if (field === null || value === null) problems.push({ in: "query", field: field ?? "", ...ESCAPES });
    else if (seen.has(field)) problems.push({ in: "query", field, ...TWICE });
    seen.add(field ?? "");
  }
  return problems;
};

const ESCAPES = {
  zh: "含有无法识别的百分号编码，应为 UTF-8 的 %XX",
  en: "has percent escapes that are none; they should be %XX of UTF-8",
};
const TWICE = { zh: "只能给一次", en: "may be given only once" };
