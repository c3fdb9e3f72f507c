import { spawn, spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { canReach, findAccount, NoAccountError } from "./account.ts";
import { findNative, NoBinariesError, prepareBinaries } from "./binaries.ts";
import { claimFolder, FolderTakenError } from "./claim.ts";
import { dataFolderFor } from "./place.ts";
import { readPostmaster } from "./postmaster.ts";
import { runEmbedded } from "./run.ts";

let folder = "";
const said: string[] = [];
const say = (message: string) => said.push(message);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "goodfaith-embedded-"));
  await chmod(folder, 0o755);
  said.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ask = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

test("the first start makes the database with the locale said outright; the second finds its data", async () => {
  const first = await runEmbedded(folder, say);
  const url = first.url("postgres");
  expect(
    await ask(
      url,
      "select datcollate, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'postgres'",
    ),
  ).toEqual([{ datcollate: "C", encoding: "UTF8" }]);
  await ask(url, "create table kept as select '至诚' as word");
  await expect(runEmbedded(folder, say)).rejects.toThrow(FolderTakenError);
  await first.stop();
  expect(await first.ended).toContain("shut down");
  const second = await runEmbedded(folder, say);
  expect(await ask(second.url("postgres"), "select word from kept")).toEqual([{ word: "至诚" }]);
  await second.stop();
  expect(await readdir(folder)).not.toContain("running.json");
});

/** A program of its own that runs the database and stands still, for us to kill. */
const startChild = () => {
  const script = fileURLToPath(new URL("./run.child.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`the child ended with ${code}`)));
  });
  return { child, ready };
};

test("after kill -9 of the program its server is ended, and the next start has what was committed", async () => {
  const { child, ready } = startChild();
  await ready;
  const orphan = await readPostmaster(join(folder, "postgres"));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
  const again = await runEmbedded(folder, say);
  expect(said).toContain("the database of an earlier run that was killed has been ended cleanly");
  expect(await ask(again.url("postgres"), "select n from kept")).toEqual([{ n: 1 }]);
  expect(() => process.kill(orphan?.pid ?? 0, 0)).toThrow();
  await again.stop();
});

test("a postmaster.pid that names another process, and a note of one long gone, are cleared", async () => {
  const first = await runEmbedded(folder, say);
  await first.stop();
  await writeFile(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n/elsewhere\n0\n1\n`);
  await writeFile(join(folder, "running.json"), JSON.stringify({ pid: process.pid, port: 1, word: "gone" }));
  const again = await runEmbedded(folder, say);
  expect(await ask(again.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  await again.stop();
});

test("a start that was cut short in the middle of making the files begins again", async () => {
  const data = join(folder, "postgres");
  await mkdir(data);
  await writeFile(join(data, "postgresql.conf"), "");
  const embedded = await runEmbedded(folder, say);
  expect(await ask(embedded.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  await embedded.stop();
});

test("files of another major version are left alone, and said", async () => {
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, "postgres", "PG_VERSION"), "14\n");
  await expect(runEmbedded(folder, say)).rejects.toThrow("are of PostgreSQL 14");
  expect(await readFile(join(folder, "postgres", "PG_VERSION"), "utf8")).toBe("14\n");
});

test("links that no install script made are made, and PostgreSQL runs with them", async () => {
  const copy = join(folder, "package", "native");
  await cp(findNative(), copy, { recursive: true, verbatimSymlinks: true });
  await writeFile(join(dirname(copy), "package.json"), '{ "version": "test" }');
  const links: { target: string }[] = JSON.parse(await readFile(join(copy, "pg-symlinks.json"), "utf8"));
  expect(links.length).toBeGreaterThan(0);
  for (const { target } of links) await rm(join(dirname(copy), target));
  const { mode } = await stat(join(copy, "bin", "postgres"));
  await chmod(join(copy, "bin", "postgres"), mode & ~0o111);
  const programs = await prepareBinaries(await findAccount(), join(folder, "spare"), say, copy);
  const ran = spawnSync(programs.postgres, ["--version"], { encoding: "utf8" });
  expect(ran.stdout).toContain("PostgreSQL");
  for (const { target } of links) await stat(join(dirname(copy), target));
});

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)(
  "as root below a folder only root may enter, programs and data go where they can be reached",
  async () => {
    const closed = join(folder, "closed");
    await mkdir(join(closed, "package"), { recursive: true, mode: 0o700 });
    await cp(findNative(), join(closed, "package", "native"), { recursive: true, verbatimSymlinks: true });
    await writeFile(join(closed, "package", "package.json"), '{ "version": "test" }');
    const account = await findAccount();
    const spare = join(folder, "spare");
    const programs = await prepareBinaries(account, spare, say, join(closed, "package", "native"));
    expect(programs.postgres.startsWith(spare)).toBe(true);
    const data = await dataFolderFor(account, join(closed, ".data-none"), say, async () => spare).catch(
      () => "",
    );
    expect(data).toBe("");
    await mkdir(join(closed, ".data"));
    const first = await dataFolderFor(account, join(closed, ".data"), say, async () => spare);
    expect(first.startsWith(spare)).toBe(true);
    await chmod(closed, 0o755);
    expect(await dataFolderFor(account, join(closed, ".data"), say, async () => spare)).toBe(first);
    expect(said).toHaveLength(2);
  },
);

test("reaching a folder needs every folder above it", async () => {
  const account = { name: "x", uid: 65_534, gid: 65_534, other: true };
  await mkdir(join(folder, "a", "b"), { recursive: true });
  await chmod(join(folder, "a"), 0o700);
  expect(await canReach(account, join(folder, "c"))).toBe(true);
  expect(await canReach(account, join(folder, "a", "b"))).toBe(false);
  expect(await canReach({ ...account, other: false }, join(folder, "a", "b"))).toBe(true);
});

test("root without an account to run as, and a machine without programs, are told what to do", async () => {
  const passwd = join(folder, "passwd");
  await writeFile(passwd, "root:x:0:0::/root:/bin/sh\n");
  await expect(findAccount(passwd, { uid: 0, gid: 0 })).rejects.toThrow(NoAccountError);
  expect(await findAccount(passwd, { uid: 1000, gid: 1000 })).toMatchObject({ uid: 1000, other: false });
  expect(() => findNative("plan9-mips")).toThrow(NoBinariesError);
});

test("of many that want a folder at once, over a note of one long gone, one gets it", async () => {
  await writeFile(join(folder, "running.json"), JSON.stringify({ pid: 1, port: 1, word: "gone" }));
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => claimFolder(folder)));
  const got = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(got).toHaveLength(1);
  for (const claim of got) await claim.release();
});
