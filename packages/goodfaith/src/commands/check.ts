import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { check, problemLine, type TermsProblem } from "@goodfaith/clauses";
import { Command } from "commander";

/** `goodfaith check FILE|FOLDER …`: 0 where all is right, 1 where something is wrong, 2 where there is nothing to check. */
export function command(): Command {
  return new Command("check")
    .description("检查条款文件 · Check terms documents: everything wrong, by file and line")
    .argument("<paths...>", "terms documents, or folders of them")
    .action(async (paths: readonly string[]) => {
      process.exitCode = await run(paths);
    });
}

interface Input {
  readonly file: string;
  readonly text: string;
}

async function run(paths: readonly string[]): Promise<number> {
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
  return report(inputs, check(inputs));
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

function report(inputs: readonly Input[], problems: readonly TermsProblem[]): number {
  let failed = false;
  for (const { file } of inputs) {
    const own = problems.filter((p) => p.file === file);
    const errors = own.filter((p) => p.severity === "error");
    if (errors.length > 0) failed = true;
    for (const p of own) process.stderr.write(`${problemLine(p)}\n`);
    const warnings = own.length - errors.length;
    const verdict = errors.length > 0 ? `${errors.length} wrong` : "ok";
    process.stdout.write(`${file}: ${verdict}${warnings > 0 ? `, ${warnings} warnings` : ""}\n`);
  }
  return failed ? 1 : 0;
}
