import { execFile } from "node:child_process";
import { VaultError } from "./cipher.ts";
import type { KeyProvider } from "./provider.ts";

const PATIENCE_MS = 30_000;

/**
 * Masters held by a program of your own, in front of a KMS or an HSM: it is run as `program wrap` or `program unwrap`, reads one
 * line from standard input (base64 of a key; what it answered before) and prints one line.
 */
export const commandProvider = (program: string): KeyProvider => ({
  id: "command",
  wrap: async (key) => ask(program, "wrap", key.toString("base64")),
  unwrap: async (wrapped) => {
    const key = Buffer.from(await ask(program, "unwrap", wrapped), "base64");
    if (key.length !== 32)
      throw complaint(program, "unwrap", `answered ${key.length} bytes, not a key of 32`);
    return key;
  },
  earlier: undefined,
});

const ask = (program: string, what: "wrap" | "unwrap", line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(program, [what], { timeout: PATIENCE_MS }, (error, stdout) => {
      const answer = stdout.trim();
      if (error) reject(complaint(program, what, error.killed ? "took too long" : `failed (${error.code})`));
      else if (answer === "" || /\s/.test(answer)) reject(complaint(program, what, "did not print one line"));
      else resolve(answer);
    });
    // A program that ends without reading says so by its exit code.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(`${line}\n`);
  });

/** The program's own words stay out: they may hold a key. */
const complaint = (program: string, what: string, how: string): VaultError =>
  new VaultError(`GOODFAITH_KEY_COMMAND：${program} ${what} 未成功 · ${program} ${what} ${how}`);
