import { stat } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import {
  type Config,
  ConfigError,
  type OpenDatabase,
  openDatabase,
  readConfig,
  SETTINGS,
} from "@goodfaith/platform";
import { Command } from "commander";
import { startVite } from "../start/dev.ts";
import { type Ending, makeEnding } from "../start/ending.ts";
import { explain } from "../start/explain.ts";
import { openFront } from "../start/front.ts";
import { prepareDatabase, startPlatform } from "../start/platform.ts";
import { loadSampleNow } from "../start/sample.ts";
import { welcome } from "../start/welcome.ts";

const WEB = fileURLToPath(new URL("../../../web/", import.meta.url));

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** `goodfaith start`: everything that serving needs, in one process, until it is told to end. */
export const command = (): Command =>
  new Command("start")
    .description("启动平台 · Start the platform: database, worker, API and pages")
    .option("--dev", "页面即改即见 · serve the pages by Vite, reloading as they are written")
    .addHelpText("after", `\n环境变量 · Environment\n${SETTINGS.map(setting).join("\n")}`)
    .action((options: { dev?: boolean }) => run(options.dev === true));

const setting = ({ name, value, zh, en }: (typeof SETTINGS)[number]) =>
  `  ${name.padEnd(24)} ${value.padEnd(12)} ${zh} · ${en}`;

/** Exit codes: 0 ended as asked, 1 something failed, 2 the environment is not right. */
const run = async (dev: boolean): Promise<void> => {
  const ending = makeEnding((error) => complain(explain(error)));
  const finish = async (code: number) => {
    await ending.run();
    process.exit(code);
  };
  const fail = async (message: string, code = 1) => {
    // What is being closed fails on the way; only what went wrong before that is news.
    if (ending.begun) return;
    complain(`\n${message}`);
    await finish(code);
  };
  endOnSignals(ending, () => finish(0));
  try {
    await start(dev, ending, fail);
  } catch (error) {
    await fail(explain(error), error instanceof ConfigError ? 2 : 1);
  }
};

const start = async (dev: boolean, ending: Ending, fail: (message: string) => Promise<void>) => {
  const began = performance.now();
  const config = readConfig(process.env, process.cwd());
  const front = await openFront(config.host, config.port);
  ending.add(() => front.close());
  const database = await openIt(config, ending);
  void database.ended.then((log) => fail(`数据库意外停止 · the database ended by itself:\n${log}`));
  const { applied, readKeysAgain } = await prepareDatabase(database, config);
  if (applied.length > 0) say(`数据库结构已更新 · schema brought up to date: ${applied.length}`);
  const webRoot = dev ? undefined : await builtPages();
  const platform = await startPlatform(database, config, { webRoot, readKeysAgain }, ending);
  const sample = await loadSampleNow(database.store, config, say, (percent) => front.tell(percent));
  // Only now: nobody sees half of a sample.
  if (dev) {
    const vite = await startVite(WEB, front.server, platform.handler);
    ending.add(() => vite.close());
    front.handOver(vite.handler);
  } else front.handOver(platform.handler);
  // Closed first: running requests end before what they need does.
  ending.add(() => front.close());
  platform.setReady();
  const seconds = (performance.now() - began) / 1000;
  for (const line of welcome({ config, port: front.port, database: database.kind, seconds, sample }))
    say(line);
};

const openIt = (config: Config, ending: Ending): Promise<OpenDatabase> => {
  const opening = openDatabase(config, (message) => say(`  ${message}`));
  ending.add(() =>
    opening.then(
      (database) => database.close(),
      () => undefined,
    ),
  );
  return opening;
};

const builtPages = async (): Promise<string | undefined> => {
  const folder = join(WEB, "dist");
  if (await stat(join(folder, "index.html")).catch(() => undefined)) return folder;
  complain(
    "页面尚未构建，只提供接口；请运行 npm run build · The pages are not built, so only the API is served: npm run build",
  );
  return undefined;
};

/** The first Ctrl-C (or SIGTERM) ends cleanly; a second does not wait. */
const endOnSignals = (ending: Ending, finish: () => Promise<void>) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (ending.begun) process.exit(130);
      say("\n正在停止 · Stopping…");
      void finish();
    });
};
