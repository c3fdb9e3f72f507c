/** The test cases of the TCK. Only for the tests. */
import { parseDate, parseDateTime, parseDuration, parseTime } from "../../feel/time/iso.ts";
import { context, parseNumber, type Value } from "../../feel/value.ts";
import { attribute, child, childrenNamed, type Element, readXml } from "../xml.ts";

export interface Case {
  readonly id: string;
  readonly model: string;
  /** The decision service that is called; null where decisions are asked for. */
  readonly service: string | null;
  readonly inputs: ReadonlyMap<string, Value>;
  readonly results: readonly { readonly name: string; readonly expected: Value }[];
}

/** Reads a file of test cases. */
export function readCases(text: string): readonly Case[] {
  const root = readXml(nilled(text), "cases");
  const model = child(root, "modelName")?.text.trim() ?? "";
  return childrenNamed(root, "testCase").map((element) => ({
    id: attribute(element, "id"),
    model,
    service: attribute(element, "type") === "decisionService" ? attribute(element, "invocableName") : null,
    inputs: new Map(
      childrenNamed(element, "inputNode").map(
        (input) => [attribute(input, "name"), contentOf(input)] as const,
      ),
    ),
    results: childrenNamed(element, "resultNode").map((result) => ({
      name: attribute(result, "name"),
      expected: contentOf(child(result, "expected")),
    })),
  }));
}

/** The two attributes of XML Schema without their prefix: models have no use for attributes with one. */
const nilled = (text: string): string => text.replace(/\sxsi:(type|nil)=/gu, " $1=");

/** The value inside an element: a `value`, a `list`, or components of a context. */
function contentOf(element: Element | undefined): Value {
  if (element === undefined) return null;
  const components = childrenNamed(element, "component");
  if (components.length > 0) {
    return context(
      components.map((component) => [attribute(component, "name"), contentOf(component)] as const),
    );
  }
  const list = child(element, "list");
  if (list !== undefined) {
    return attribute(list, "nil") === "true" ? null : childrenNamed(list, "item").map(contentOf);
  }
  const value = child(element, "value");
  return value === undefined || attribute(value, "nil") === "true" ? null : typed(value);
}

const READERS: Readonly<Record<string, (text: string) => Value>> = {
  string: (text) => text,
  boolean: (text) => text.trim() === "true",
  date: (text) => parseDate(text.trim()),
  time: (text) => parseTime(text.trim()),
  dateTime: (text) => parseDateTime(text.trim()),
  duration: (text) => parseDuration(text.trim()),
  dayTimeDuration: (text) => parseDuration(text.trim()),
  yearMonthDuration: (text) => parseDuration(text.trim()),
};

function typed(value: Element): Value {
  const type = attribute(value, "type").replace(/^\w+:/u, "");
  const reader = READERS[type];
  if (reader !== undefined) return reader(value.text);
  return /^(?:decimal|double|float|integer|int|long)$/u.test(type)
    ? parseNumber(value.text.trim())
    : value.text;
}
