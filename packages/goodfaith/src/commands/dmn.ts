import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { text as readStream } from "node:stream/consumers";
import { problemLine, readTerms, TermsError } from "@goodfaith/clauses";
import {
  DmnError,
  type DmnProblem,
  type DmnSource,
  dmnInputs,
  dmnProblemLine,
  evaluateDmn,
  exportDmn,
  namespaceOfDmn,
  readDmn,
} from "@goodfaith/clauses/dmn";
import { type Json, JsonError, parseJson, printJson, toJson } from "@goodfaith/clauses/feel";
import { Command } from "commander";

interface Options {
  readonly decision?: string;
  readonly export?: boolean;
}

/**
 * `goodfaith dmn MODEL INPUT`: prints the values of a model's decisions; `--export TERMS`: prints the tables of
 * terms as DMN. 2 where a file is wrong; what cannot be computed is null, and standard error says why.
 */
export function command(): Command {
  return new Command("dmn")
    .description(
      "执行 DMN 决策模型，或把条款的决策表导出为 DMN · Evaluate a DMN model, or write terms' tables as DMN",
    )
    .argument("<model>", "a DMN 1.2 to 1.5 model; with --export, a terms document (YAML)")
    .argument("[input]", "the inputs by name (JSON object), or - for standard input")
    .option("--decision <name>", "evaluate this decision or decision service only")
    .option("--export", "print the terms document's tables as DMN 1.5")
    .action(async (model: string, input: string | undefined, options: Options) => {
      process.exitCode = await run(model, input, options);
    });
}

/** Something wrong with what was given: the lines that say so. */
class Refused extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

async function run(file: string, input: string | undefined, options: Options): Promise<number> {
  try {
    const out =
      options.export === true ? await exported(file) : await evaluated(file, input, options.decision);
    process.stdout.write(out);
    return 0;
  } catch (error) {
    const lines = linesOf(error);
    if (lines === null) throw error;
    process.stderr.write(lines.map((line) => `${line}\n`).join(""));
    return 2;
  }
}

function linesOf(error: unknown): readonly string[] | null {
  if (error instanceof Refused) return error.lines;
  if (error instanceof DmnError) return error.problems.map(dmnProblemLine);
  return error instanceof TermsError ? error.problems.map(problemLine) : null;
}

/** @throws TermsError, Refused */
async function exported(file: string): Promise<string> {
  const { xml, problems } = exportDmn(readTerms(await read(file, "a terms document"), { file }));
  warn(problems);
  return xml;
}

/** @throws DmnError, Refused */
async function evaluated(
  file: string,
  input: string | undefined,
  decision: string | undefined,
): Promise<string> {
  const xml = await read(file, "a DMN model");
  const model = readDmn(xml, { file, resolve: await neighbours(file) });
  const inputs = dmnInputs(model, input === undefined ? {} : await readInput(input));
  const now = (): bigint => BigInt(Date.now()) * 1_000_000n;
  const result = evaluateDmn(model, inputs, { now, ...(decision === undefined ? {} : { decision }) });
  warn([...model.problems, ...result.problems]);
  const values = [...result.values].map(([name, value]) => [name, toJson(value)] as const);
  return `${printJson(Object.fromEntries(values), 2)}\n`;
}

const warn = (problems: readonly DmnProblem[]): void => {
  for (const line of new Set(problems.map(dmnProblemLine))) process.stderr.write(`${line}\n`);
};

/** Imported models are looked for beside the model: by their namespace. */
async function neighbours(
  file: string,
): Promise<(request: { readonly namespace: string }) => DmnSource | null> {
  const folder = file === "-" ? "." : dirname(file);
  const names = (await readdir(folder).catch((): string[] => [])).filter(
    (name) => name.endsWith(".dmn") && name !== basename(file),
  );
  const texts = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { file: path, xml: await readFile(path, "utf8").catch(() => "") };
    }),
  );
  return ({ namespace }) =>
    texts.find(({ file: other, xml }) => namespaceIn(xml, other) === namespace) ?? null;
}

/** A neighbour that is no model has no namespace: it matters only to those who import it. */
function namespaceIn(xml: string, file: string): string | null {
  try {
    return namespaceOfDmn(xml, file);
  } catch (error) {
    if (error instanceof DmnError) return null;
    throw error;
  }
}

async function read(file: string, what: string): Promise<string> {
  return (file === "-" ? readStream(process.stdin) : readFile(file, "utf8")).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Refused([
      `${file}:0: the file cannot be read (${code}); name ${what}, or - for standard input`,
    ]);
  });
}

/** @throws Refused where it is no JSON object */
async function readInput(file: string): Promise<{ readonly [name: string]: Json }> {
  const text = await read(file, "a JSON file");
  try {
    const json = parseJson(text);
    if (isObject(json)) return json;
    throw new Refused([`${file}:1: not a JSON object; write {"name": value, …}`]);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const line = text.slice(0, error.offset).split("\n").length;
    throw new Refused([`${file}:${line}: ${error.message}; write the inputs as a JSON object`]);
  }
}

/** Exact numbers are objects too, but of a class. */
const isObject = (json: Json): json is { readonly [name: string]: Json } =>
  typeof json === "object" && json !== null && Object.getPrototypeOf(json) === Object.prototype;
