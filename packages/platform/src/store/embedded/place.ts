import { createHash } from "node:crypto";
import { access, constants, mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Account, canReach } from "./account.ts";

/** Where root keeps what an unprivileged PostgreSQL must reach; the second where the first cannot be written. */
const SPARES = ["/var/lib/goodfaith", join(tmpdir(), "goodfaith-lib")];

/** A folder outside the checkout for programs and data that the account could not reach within it. */
export const spareFolder = async (account: Account, spares: readonly string[] = SPARES): Promise<string> => {
  for (const spare of spares) {
    try {
      await mkdir(spare, { recursive: true, mode: 0o755 });
      await access(spare, constants.W_OK);
      if (await canReach(account, join(spare, "x"))) return spare;
    } catch (error) {
      if (spare === spares.at(-1)) throw error;
    }
  }
  throw new Error(`none of ${spares.join(", ")} can be reached by the account ${account.name}`);
};

/**
 * The folder of the database's own files: `postgres` within the data folder, unless the account that runs it cannot walk down
 * there (a checkout under /root). Where it went is written down, so that a later start finds it again.
 * @param say told where the data are, when it is not the usual place
 */
export const dataFolderFor = async (
  account: Account,
  folder: string,
  say: (message: string) => void,
  spare: () => Promise<string> = () => spareFolder(account),
): Promise<string> => {
  const note = join(folder, "postgres-is-at.txt");
  const written = (await readFile(note, "utf8").catch(() => "")).trim();
  if (written) return written;
  const usual = join(folder, "postgres");
  if (await canReach(account, usual)) return usual;
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 12);
  const elsewhere = join(await spare(), `data-${name}`, "postgres");
  await mkdir(dirname(elsewhere), { recursive: true, mode: 0o711 });
  await writeFile(note, `${elsewhere}\n`);
  say(`the account ${account.name} cannot reach ${folder}; the database's files are in ${elsewhere}`);
  return elsewhere;
};
