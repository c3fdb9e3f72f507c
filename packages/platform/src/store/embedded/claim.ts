import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder } from "../make-folder.ts";

/** Holds a data folder for this process, until released or until the process ends, however it ends. */
export interface Claim {
  release(): Promise<void>;
}

export class FolderTakenError extends Error {
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(`another goodfaith (process ${pid}) is running on ${folder}`);
    this.pid = pid;
  }
}

interface Note {
  readonly pid: number;
  readonly port: number;
  readonly word: string;
}

/**
 * Claims a folder. The claim is a port on the loopback that answers with a word written in the folder: a number of a process
 * would not do, since it is soon another's, above all in a container.
 * @throws FolderTakenError where another process holds it
 */
export const claimFolder = async (folder: string): Promise<Claim> => {
  await makeFolder(folder, 0o711);
  const path = join(folder, "running.json");
  const word = randomBytes(16).toString("hex");
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(word);
  });
  const note: Note = { pid: process.pid, port: await listen(server), word };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await writeFile(path, JSON.stringify(note), { flag: "wx", mode: 0o600 });
      // Where a stale note was cleared, two may have cleared it: the one whose note stands has the folder.
      if (attempt > 0) await sleep(100);
      if ((await readNote(path))?.word === word) break;
    } catch (error) {
      const held = await readNote(path);
      if (attempt === 3 || (held && (await answers(held)))) {
        server.close();
        if (held) throw new FolderTakenError(folder, held.pid);
        throw error;
      }
      await rm(path, { force: true });
    }
  }
  server.unref();
  return {
    release: async () => {
      await rm(path, { force: true });
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const readNote = async (path: string): Promise<Note | undefined> => {
  const text = await readFile(path, "utf8").catch(() => "");
  try {
    const { pid, port, word } = JSON.parse(text) as Partial<Note>;
    if (pid === undefined || port === undefined || word === undefined) return undefined;
    return { pid, port, word };
  } catch {
    return undefined;
  }
};

/** Whether the one that wrote the note is still there to say its word. */
const answers = ({ port, word }: Note): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let said = "";
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      said += chunk.toString("utf8");
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(said === word));
  });

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("no address"));
    });
  });
