import { Command } from "commander";

/** Every command, loaded when it is asked for: `decide` does not wait for a database. */
const COMMANDS: Readonly<Record<string, { about: string; load: () => Promise<{ command: () => Command }> }>> =
  {
    decide: {
      about: "按条款裁决一组事实 · Decide by terms for known, bounded and unknown facts",
      load: () => import("./commands/decide.ts"),
    },
    check: {
      about: "检查条款文件 · Check terms documents: everything wrong, by file and line",
      load: () => import("./commands/check.ts"),
    },
    feel: {
      about: "求一个 FEEL 表达式的值 · Print the value of one FEEL expression as JSON",
      load: () => import("./commands/feel.ts"),
    },
    dmn: {
      about: "执行或导出 DMN · Evaluate a DMN model, or write terms' tables as DMN",
      load: () => import("./commands/dmn.ts"),
    },
    start: {
      about: "启动平台 · Start the platform: database, worker, API and pages",
      load: () => import("./commands/start.ts"),
    },
    import: {
      about: "导入客户、保单或报案 · Import people, policies or claims from CSV or XLSX",
      load: () => import("./commands/import.ts"),
    },
    verify: {
      about: "核验留痕、案件与账本 · Verify the audit chain, every case and decision, and the ledger",
      load: () => import("./commands/verify.ts"),
    },
    backup: {
      about: "备份全部资料 · Back up everything on record, also beside a running platform",
      load: () => import("./commands/backup.ts"),
    },
    restore: {
      about: "恢复备份到空的数据库 · Bring a backup back into an empty database",
      load: () => import("./commands/restore.ts"),
    },
    keys: {
      about: "密钥：查看、轮换、更换主密钥 · Keys: list, rotate, wrap with another master",
      load: () => import("./commands/keys.ts"),
    },
    sample: {
      about: "写出示例城市的文件 · Write the files of a made-up city, of any size",
      load: () => import("./commands/sample.ts"),
    },
    bench: {
      about: "度量 · Measure decisions, imports and starting on this machine",
      load: () => import("./commands/bench.ts"),
    },
    staff: {
      about: "添加工作人员 · Add a member of staff, and the institution where it is new",
      load: () => import("./commands/staff.ts"),
    },
  };

const program = new Command("goodfaith").description(
  "至诚 Goodfaith：让承诺自己兑现 · A promise should keep itself.",
);
// Usage is 2; a command's own failures set their own code.
program.exitOverride((error) => {
  process.exit(error.exitCode === 0 ? 0 : 2);
});
const asked = process.argv.slice(2).find((word) => !word.startsWith("-")) ?? "";
const found = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
if (found) program.addCommand((await found.load()).command().copyInheritedSettings(program));
else for (const [name, { about }] of Object.entries(COMMANDS)) program.command(name).description(about);
await program.parseAsync();
