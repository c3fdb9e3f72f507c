import { join } from "node:path";
import type { Config, Store } from "@goodfaith/platform";
import { type Loaded, loadSample, type Progress } from "@goodfaith/sample-city";
import { SingleBar } from "cli-progress";

/**
 * Loads what of the sample is not there yet, with a bar, and tells how to sign in to it.
 * @param onPercent told how far it has come, for those who wait in a browser
 */
export const loadSampleNow = async (
  store: Store,
  config: Config,
  say: (line: string) => void,
  onPercent: (percent: number) => void,
): Promise<Loaded | undefined> => {
  if (config.sample === "none") return undefined;
  const bar = makeProgress(say);
  const show = (progress: Progress): void => {
    onPercent(Math.floor((100 * progress.done) / progress.total));
    bar.show(progress);
  };
  try {
    const filesFolder = join(config.dataFolder, "sample-files");
    return await loadSample(store, { size: config.sample, filesFolder }, show);
  } finally {
    bar.stop();
  }
};

/** A bar on a terminal; elsewhere a line at every quarter. */
const makeProgress = (say: (line: string) => void) => {
  if (!process.stdout.isTTY) {
    let told = 0;
    return {
      show: ({ done, total }: Progress) => {
        const quarter = Math.floor((4 * done) / total);
        if (quarter > told) say(`  示例数据 · sample records ${quarter * 25}%`);
        told = Math.max(told, quarter);
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({ format: "  示例数据 · sample {bar} {percentage}% {what}", hideCursor: true });
  let shown = false;
  return {
    show: ({ done, total, zh, en }: Progress) => {
      const what = `${zh} · ${en}`;
      if (shown) bar.update(done, { what });
      else bar.start(total, done, { what });
      shown = true;
    },
    stop: () => bar.stop(),
  };
};
