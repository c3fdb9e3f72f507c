import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import {
  evaluate,
  FeelLimitError,
  fromJson,
  isSyntaxError,
  type Json,
  JsonError,
  type Problem,
  parse,
  parseJson,
  printJson,
  type Scope,
  toJson,
} from "@goodfaith/clauses/feel";
import { Command } from "commander";

/** `goodfaith feel 'EXPR' [CONTEXT.json]`: prints the value of an expression as JSON; 2 where there is none. */
export function command(): Command {
  return (
    new Command("feel")
      .description("求一个 FEEL 表达式的值 · Print the value of one FEEL expression as JSON")
      .argument("<expression>", "an expression of DMN 1.5 FEEL, such as 'sum([1, 2]) > x'")
      .argument("[context]", "a JSON file with the values of its variables; - for standard input")
      // An expression may begin with a minus, as in '-1 + 2'.
      .allowUnknownOption()
      .action(async (expression: string, context: string | undefined) => {
        process.exitCode = await run(expression, context);
      })
  );
}

async function run(expression: string, file: string | undefined): Promise<number> {
  try {
    const context = file === undefined ? {} : await readContext(file);
    process.stdout.write(`${printJson(resultOf(expression, context))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** Something wrong with what was given, said in full in its message. */
class Refused extends Error {}

type Context = Readonly<Record<string, Json>>;

/** @throws Refused where the expression cannot be read, or would take too long */
function resultOf(expression: string, context: Context): Json {
  const expr = parse(expression, { names: namesIn(context) });
  if (isSyntaxError(expr)) throw new Refused(located(expression, expr));
  const scope: Scope = new Map(Object.entries(context).map(([name, json]) => [name, fromJson(json)]));
  try {
    return toJson(evaluate(expr, scope, { now: () => BigInt(Date.now()) * 1_000_000n }));
  } catch (error) {
    if (error instanceof FeelLimitError) throw new Refused(located(expression, error.problem));
    throw error;
  }
}

/** Every key of the context and of what it holds: a name with spaces can only be read if it is known. */
function namesIn(context: Context): ReadonlySet<string> {
  const names = new Set<string>();
  const open: Json[] = [context];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (isArray(json)) open.push(...json);
    else if (isObject(json)) {
      for (const [name, value] of Object.entries(json)) {
        names.add(name);
        open.push(value);
      }
    }
  }
  return names;
}

const isArray = (json: Json): json is readonly Json[] => Array.isArray(json);

/** Exact numbers are objects too, but of a class. */
const isObject = (json: Json): json is Context =>
  typeof json === "object" &&
  json !== null &&
  !isArray(json) &&
  Object.getPrototypeOf(json) === Object.prototype;

/** `LINE:COLUMN: what is wrong; what would be right`, and the line with a mark under the place. */
function located(source: string, { from, message, hint }: Problem): string {
  const before = source.slice(0, from).split("\n");
  const column = before.at(-1)?.length ?? 0;
  const line = source.split("\n")[before.length - 1] ?? "";
  const shown = line.length > 200 ? "" : `\n  ${line}\n  ${" ".repeat(width(line.slice(0, column)))}^`;
  return `${before.length}:${column + 1}: ${message}; ${hint}${shown}`;
}

/** Columns on a terminal: Chinese characters take two. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(c) ? 2 : 1),
    0,
  );

/** @throws Refused where there is no such file, or it is no JSON object */
async function readContext(file: string): Promise<Context> {
  const text = await (file === "-" ? readStream(process.stdin) : readFile(file, "utf8")).catch(
    (error: unknown) => {
      throw new Refused(
        `${file}: cannot be read (${errorCode(error)}); name a JSON file, or - for standard input`,
      );
    },
  );
  try {
    const json = parseJson(text);
    if (isObject(json)) return json;
    throw new Refused(`${file}:1: not a JSON object; write {"name": value, …}`);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const line = text.slice(0, error.offset).split("\n").length;
    throw new Refused(`${file}:${line}: ${error.message}; write the context as a JSON object`);
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
