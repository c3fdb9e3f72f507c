/** Runs the test cases of a folder of the TCK. Only for the tests. */
import { isSame } from "../../feel/builtins/conversions.ts";
import { newMeter } from "../../feel/limits.ts";
import { show } from "../../feel/show.ts";
import { type FeelContext, isList, isNumber, Num, tagged, type Value } from "../../feel/value.ts";
import { evaluateDmn } from "../evaluate.ts";
import type { DmnModel } from "../model.ts";
import { namespaceOfDmn, readDmn } from "../read.ts";
import { type Case, readCases } from "./cases.ts";

/** The clock of `now()` and `today()`: any moment will do. */
const now = (): bigint => 1_700_000_000_000_000_000n;

export interface Judged {
  /** What is wrong, by `folder/case/result`. */
  readonly failed: ReadonlyMap<string, string>;
  readonly count: number;
}

/** Every result of every case in a folder, whose files are given by name. */
export function runFolder(label: string, files: ReadonlyMap<string, string>): Judged {
  const failed = new Map<string, string>();
  let count = 0;
  const models = new Map<string, DmnModel>();
  for (const [file, text] of files) {
    if (!file.endsWith(".xml")) continue;
    for (const test of readCases(text)) {
      const model = models.get(test.model) ?? readModel(test.model, files);
      models.set(test.model, model);
      for (const { name, expected } of test.results) {
        count++;
        const actual = actualOf(model, test, name);
        if (!agrees(actual, expected))
          failed.set(`${label}/${test.id}/${name}`, `gives ${show(actual)}, should give ${show(expected)}`);
      }
    }
  }
  return { failed, count };
}

function readModel(file: string, texts: ReadonlyMap<string, string>): DmnModel {
  const xml = texts.get(file);
  if (xml === undefined) throw new Error(`no model ${file}`);
  return readDmn(xml, {
    file,
    resolve: ({ namespace }) => {
      for (const [other, text] of texts)
        if (other.endsWith(".dmn") && namespaceOfDmn(text) === namespace) return { file: other, xml: text };
      return null;
    },
  });
}

/** The value of the result `name`: of a decision, or of one that a service puts out. */
function actualOf(model: DmnModel, { inputs, service }: Case, name: string): Value {
  if (service === null) return evaluateDmn(model, inputs, { decision: name, now }).values.get(name) ?? null;
  const value = evaluateDmn(model, inputs, { decision: service, now }).values.get(service) ?? null;
  return isContext(value) ? (value.entries.get(name) ?? value) : value;
}

/** Equal as the TCK has it: numbers to eight digits. */
function agrees(actual: Value, expected: Value): boolean {
  if (isNumber(actual) && isNumber(expected)) {
    const scale = Num.max(1, expected.abs());
    return actual.minus(expected).abs().lessThanOrEqualTo(scale.times("1e-8"));
  }
  if (isList(actual) && isList(expected)) {
    return actual.length === expected.length && actual.every((item, i) => agrees(item, expected[i] ?? null));
  }
  if (isContext(actual) && isContext(expected)) {
    const [a, b] = [actual.entries, expected.entries];
    return a.size === b.size && [...a].every(([key, item]) => b.has(key) && agrees(item, b.get(key) ?? null));
  }
  return isSame(actual, expected, newMeter());
}

const isContext = (value: Value): value is FeelContext => tagged(value)?.kind === "context";
