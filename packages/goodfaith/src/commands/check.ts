import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type Coverage,
  check,
  coverage,
  problemLine,
  readTerms,
  type TermsProblem,
} from "@goodfaith/clauses";
import { termsSchema } from "@goodfaith/clauses/schema";
import { Command } from "commander";

interface Options {
  readonly coverage?: boolean;
  readonly json?: boolean;
  readonly schema?: boolean;
}

/** `goodfaith check FILE|FOLDER …`: 0 where all is right, 1 where something is wrong, 2 where there is nothing to check. */
export function command(): Command {
  return new Command("check")
    .description("检查条款文件 · Check terms documents: everything wrong, by file and line")
    .argument("[paths...]", "terms documents, or folders of them")
    .option("--coverage", "示例未涉及的条款、表行与限额 · clauses, rows and limits that no example reaches")
    .option("--schema", "打印条款文件的 JSON Schema · print the JSON Schema of terms documents, for editors")
    .option("--json", "以 JSON 输出 · print one JSON value, for programs")
    .action(async (paths: readonly string[], options: Options) => {
      process.exitCode = await run(paths, options);
    });
}

interface Input {
  readonly file: string;
  readonly text: string;
}

/** What is said of one document; `coverage` where it was asked for and the document can be decided by. */
interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly problems: readonly TermsProblem[];
  readonly coverage: Coverage | null;
}

async function run(paths: readonly string[], options: Options): Promise<number> {
  if (options.schema === true) {
    process.stdout.write(`${JSON.stringify(termsSchema, null, 2)}\n`);
    return 0;
  }
  if (paths.length === 0) {
    process.stderr.write("check: nothing is named; name terms documents or folders of them\n");
    return 2;
  }
  const inputs: Input[] = [];
  for (const path of paths) {
    const found = await collect(path);
    if (found === null) {
      process.stderr.write(
        `${path}:0: there is no such file or folder; name a terms document or a folder of them\n`,
      );
      return 2;
    }
    if (found.length === 0) {
      process.stderr.write(
        `${path}:0: there is no terms document in this folder; name one, or a folder that holds YAML files with \`terms\`\n`,
      );
      return 2;
    }
    inputs.push(...found);
  }
  const verdicts = judge(inputs, options.coverage === true);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ documents: verdicts }, null, 2)}\n`);
  else for (const verdict of verdicts) say(verdict);
  return verdicts.every((v) => v.ok) ? 0 : 1;
}

function judge(inputs: readonly Input[], covered: boolean): readonly Verdict[] {
  const problems = check(inputs);
  return inputs.map(({ file, text }) => {
    const own = problems.filter((p) => p.file === file);
    const ok = own.every((p) => p.severity !== "error");
    return { file, ok, problems: own, coverage: covered && ok ? coverage(readTerms(text, { file })) : null };
  });
}

/** A file as it is; of a folder, the YAML files with a `terms` key, in the order of their names. */
async function collect(path: string): Promise<readonly Input[] | null> {
  const info = await stat(path).catch(() => null);
  if (info === null) return null;
  if (!info.isDirectory()) return [{ file: path, text: await readFile(path, "utf8") }];
  const names = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile() && /\.ya?ml$/.test(e.name) && !e.parentPath.includes("node_modules"))
    .map((e) => join(e.parentPath, e.name))
    .sort();
  const all = await Promise.all(names.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
  return all.filter((f) => /^\uFEFF?terms\s*:/m.test(f.text));
}

function say({ file, problems, coverage }: Verdict): void {
  for (const p of problems) process.stderr.write(`${problemLine(p)}\n`);
  const errors = problems.filter((p) => p.severity === "error").length;
  const warnings = problems.length - errors;
  const verdict = errors > 0 ? `${errors} wrong` : "ok";
  const noted = warnings === 0 ? "" : warnings === 1 ? ", 1 warning" : `, ${warnings} warnings`;
  const reached = coverage === null ? "" : `, coverage ${coverage.reached}/${coverage.total}`;
  process.stdout.write(`${file}: ${verdict}${noted}${reached}\n`);
  for (const p of coverage?.points ?? [])
    if (p.by === null) process.stdout.write(`${file}:${p.line}: no example shows that ${p.text}\n`);
}
