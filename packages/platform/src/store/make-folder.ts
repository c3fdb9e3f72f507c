import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
};

/**
 * Makes a folder and those above it that are missing, one after the other. Node's own recursive `mkdir` never comes back where a
 * file system has no such folder and makes none (`/proc/nope`), so that a start would hang and say nothing.
 * @param mode of those that are made
 * @throws the file system's error, which names path and code
 */
export const makeFolder = async (folder: string, mode: number): Promise<void> => {
  const missing: string[] = [];
  for (let path = resolve(folder); !(await isFolder(path)); path = dirname(path)) {
    missing.push(path);
    if (path === dirname(path)) break;
  }
  for (const path of missing.reverse())
    await mkdir(path, { mode }).catch(async (error: unknown) => {
      // Another process may have made it meanwhile.
      if (!(await isFolder(path))) throw error;
    });
};
