import { randomUUID } from "node:crypto";
import {
  type Config,
  type Context,
  type InstitutionId,
  type KeyProvider,
  migrate,
  openDatabase,
  openVault,
  orRefuse,
  providerOf,
  reachDatabase,
  readConfig,
  refuse,
  type Store,
  type SystemActor,
  standing,
  systemClock,
} from "@goodfaith/platform";

const complain = (line: string) => process.stderr.write(`${line}\n`);

/** The same for a command that fills a database by itself: nothing else may be using it, and its schema is left as it is. */
export const onceEmpty = async <T>(work: (store: Store, provider: KeyProvider) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env, process.cwd());
  const database = await openDatabase(config, complain);
  try {
    return await work(database.store, await providerOf(config));
  } finally {
    await database.close();
  }
};

/** Opens the database that the environment names (also beside a running platform), does one thing, and closes it. */
export const once = async <T>(
  work: (store: Store, provider: KeyProvider, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig(process.env, process.cwd());
  const database = await reachDatabase(config, complain);
  try {
    await migrate(database.store);
    await openVault(database.store, config, systemClock);
    return await work(database.store, await providerOf(config), config);
  } finally {
    await database.close();
  }
};

/** The institution that a person at the terminal means: by its id, or by its name. @throws Refused naming those there are */
export const findInstitution = async (store: Store, given: string): Promise<InstitutionId> => {
  const all = await store.institutions();
  const found = all.filter(({ institutionId, name }) => institutionId === given || name === given);
  const [one] = found;
  if (one && found.length === 1) return one.institutionId;
  const names = all.map(({ name, institutionId }) => `${name} (${institutionId})`).join(", ") || "—";
  return orRefuse<InstitutionId>(
    refuse(
      "missing",
      "cli.institution",
      {
        zh: `没有（或不止一个）机构“${given}”。现有：${names}`,
        en: `There is no institution ${given}, or more than one. There are: ${names}`,
      },
      { given },
    ),
  );
};

/** Runs `fn` at an institution in one transaction, in the name of the command line. */
export const asCommandLine = <T>(
  store: Store,
  institutionId: InstitutionId,
  fn: (context: Context<SystemActor>) => Promise<T>,
): Promise<T> =>
  store.within({ institutionId }, (tx) =>
    fn({
      tx,
      clock: standing(systemClock),
      newId: randomUUID,
      actor: { kind: "system", name: "命令行 · command line", institutionId },
    }),
  );
