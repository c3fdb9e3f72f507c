import { readFile } from "node:fs/promises";
import {
  compile,
  type Decide,
  type FactProblem,
  type FactsDocument,
  FactsError,
  FactsSyntaxError,
  problemLine,
  readFactsJson,
  readTerms,
  TermsError,
} from "@goodfaith/clauses";
import { Command } from "commander";

/** `goodfaith decide TERMS FACTS`: prints the decision as JSON; 2 where terms or facts are wrong. */
export function command(): Command {
  return new Command("decide")
    .description("按条款裁决一组事实 · Decide by terms for known, bounded and unknown facts")
    .argument("<terms>", "terms document (YAML), or - for standard input")
    .argument("<facts>", "facts (JSON object or array of them), or - for standard input")
    .option("--no-explain", "leave the explanation out")
    .action(async (terms: string, facts: string, options: { readonly explain: boolean }) => {
      process.exitCode = await run(terms, facts, options.explain);
    });
}

async function run(terms: string, facts: string, explain: boolean): Promise<number> {
  const yaml = await read(terms);
  const json = terms === "-" && facts === "-" ? null : await read(facts);
  if (yaml === null) return fail([`${terms}:0: the file cannot be read; name a readable terms document`]);
  if (json === null)
    return fail([`${facts}:0: the file cannot be read; name a readable facts file, or - for one of the two`]);
  const decide = prepare(yaml, terms, explain);
  if (decide === null) return 2;
  try {
    return decideAll(decide, readFactsJson(json), facts);
  } catch (e) {
    if (!(e instanceof FactsSyntaxError)) throw e;
    return fail([`${facts}:${e.line}: unreadable JSON: ${e.message}; correct the JSON here`]);
  }
}

function prepare(yaml: string, file: string, explain: boolean): Decide | null {
  try {
    return compile(readTerms(yaml, { file }), { explain });
  } catch (e) {
    if (!(e instanceof TermsError)) throw e;
    fail(e.problems.map(problemLine));
    return null;
  }
}

/** Each item is decided by itself; a bad one becomes `{"errors": […]}` in its place. */
function decideAll(decide: Decide, document: FactsDocument, file: string): number {
  let bad = false;
  const results = document.items.map((item, i): unknown => {
    try {
      return decide(item as Parameters<Decide>[0]);
    } catch (e) {
      if (!(e instanceof FactsError)) throw e;
      bad = true;
      const line = (p: FactProblem): string =>
        `${file}:${document.lineOf(i, p.fact)}: ${p.message}; ${p.hint}`;
      fail(e.problems.map(line));
      return { errors: e.problems.map(line) };
    }
  });
  if (document.isArray || !bad)
    process.stdout.write(`${JSON.stringify(document.isArray ? results : results[0], null, 2)}\n`);
  return bad ? 2 : 0;
}

function fail(lines: readonly string[]): number {
  process.stderr.write(lines.map((l) => `${l}\n`).join(""));
  return 2;
}

async function read(path: string): Promise<string | null> {
  if (path !== "-") return readFile(path, "utf8").catch(() => null);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
