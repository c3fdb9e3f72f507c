import { hash, verify } from "@node-rs/argon2";

/** argon2id, with the least that OWASP recommends: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** For a `text` column: the hash with its salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** A hash of nothing anyone knows, so that a login nobody has takes as long as one that somebody has. */
let nobody: Promise<string> | undefined;

/** @param stored the hash, or nothing where there is no such login: then it is false, as slowly */
export const isPassword = async (password: string, stored: string | undefined): Promise<boolean> => {
  if (stored !== undefined) return verify(stored, password);
  nobody ??= hashPassword("no one signs in with this");
  await verify(await nobody, password);
  return false;
};
