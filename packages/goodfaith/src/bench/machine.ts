import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";

/** The machine and what runs on it: a figure says nothing without them. */
export const machine = () => ({
  at: new Date().toISOString(),
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()} ${arch()}`,
  node: process.version,
  /** Above the number of cores, other work was in the way: measure again. */
  loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
});
