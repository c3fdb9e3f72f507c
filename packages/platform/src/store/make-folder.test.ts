import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "./make-folder.ts";

const home = await mkdtemp(join(tmpdir(), "goodfaith-folder-"));
afterAll(() => rm(home, { recursive: true }));

test("makes what is missing, with its mode, and is content with what is there", async () => {
  const deep = join(home, "a", "b", "c");
  await Promise.all([makeFolder(deep, 0o700), makeFolder(deep, 0o700)]);
  await makeFolder(deep, 0o700);
  const { mode } = await stat(join(home, "a", "b"));
  expect(mode & 0o777).toBe(0o700);
});

test("where nothing can be made it says which path, and comes back", { timeout: 5000 }, async () => {
  const file = join(home, "file");
  await writeFile(file, "");
  await expect(makeFolder(join(file, "below"), 0o700)).rejects.toMatchObject({ code: "ENOTDIR" });
  await expect(makeFolder(file, 0o700)).rejects.toMatchObject({ code: "EEXIST", path: file });
});

test.runIf(process.platform === "linux")(
  "/proc/nope is an error, not a hang",
  { timeout: 5000 },
  async () => {
    await expect(makeFolder("/proc/nope/keys", 0o700)).rejects.toMatchObject({ path: "/proc/nope" });
  },
);
