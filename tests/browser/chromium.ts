import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium as playwright } from "playwright-core";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Inflates the browser into `TMPDIR`; the environment makes the package inflate its shared libraries too. */
const INFLATE = `import("@sparticuz/chromium").then((m) => m.default.executablePath())`;

const packageVersion = async (): Promise<string> => {
  const entry = require.resolve("@sparticuz/chromium");
  const root = entry.slice(0, entry.lastIndexOf(join("chromium", "build")) + "chromium".length);
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return version;
};

/**
 * The folder of the inflated browser. It is made beside its place and then renamed, so that two test files that start
 * at the same moment never run a half-written one.
 */
const browserHome = async (): Promise<string> => {
  const home = join(tmpdir(), `goodfaith-chromium-${await packageVersion()}`);
  if (existsSync(join(home, "chromium"))) return home;
  const staging = await mkdtemp(`${home}-`);
  await run(process.execPath, ["--input-type=module", "-e", INFLATE], {
    cwd: dirname(new URL(import.meta.url).pathname),
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  try {
    await rename(staging, home);
  } catch (error) {
    if (!existsSync(join(home, "chromium"))) throw error;
    await rm(staging, { recursive: true, force: true });
  }
  return home;
};

/** True where the machine lacks a library that the browser needs (libnss3, for instance). */
const lacksLibraries = async (executable: string): Promise<boolean> => {
  try {
    const { stdout } = await run("ldd", [executable]);
    return stdout.includes("not found");
  } catch {
    return true;
  }
};

/** Starts Chromium from the npm package: no browser and no system library needs to be installed. */
export const launchChromium = async (): Promise<Browser> => {
  const home = await browserHome();
  const executablePath = join(home, "chromium");
  const libraries = (await lacksLibraries(executablePath))
    ? { LD_LIBRARY_PATH: join(home, "al2023", "lib") }
    : {};
  return playwright.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"],
    env: { ...process.env, FONTCONFIG_PATH: join(home, "fonts"), ...libraries },
  });
};
