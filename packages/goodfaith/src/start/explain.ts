import { ConfigError, DatabaseError, FolderTakenError, MigrationError, Refused } from "@goodfaith/platform";
import { PortTakenError } from "./front.ts";

/** What went wrong and what to do, for the person at the terminal. An error of the program keeps its stack. */
export const explain = (error: unknown): string => {
  if (error instanceof Refused) return `${error.refusal.zh}\n${error.refusal.en}`;
  if (error instanceof PortTakenError)
    return `端口 ${error.port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${error.port + 1} npm start
Port ${error.port} is taken. Stop what listens there, or choose another: PORT=${error.port + 1} npm start`;
  if (error instanceof FolderTakenError)
    return `另一个 goodfaith（进程 ${error.pid}）正在使用这个数据目录。请先停止它，或用 GOODFAITH_DATA 另指一个目录。
Another goodfaith (process ${error.pid}) is using this data folder. Stop it first, or name another with GOODFAITH_DATA.`;
  if (error instanceof ConfigError) return `环境变量有误 · The environment is not right:\n${error.message}`;
  if (error instanceof MigrationError)
    return `数据库结构无法更新，数据未改动 · The schema cannot be brought up to date; no data was changed:\n${error.message}`;
  if (error instanceof DatabaseError) return `数据库无法使用 · ${error.message}`;
  if (error instanceof Error && "path" in error && "code" in error)
    return `文件无法读写 · The file cannot be read or written: ${String(error.path)} (${String(error.code)})`;
  if (error instanceof Error && isForPeople(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Errors whose words are meant to be read as they are. */
const isForPeople = (error: Error) => FOR_PEOPLE.has(error.constructor.name);
const FOR_PEOPLE = new Set([
  "BackupError",
  "ClusterError",
  "NoAccountError",
  "NoBinariesError",
  "VaultError",
]);
