/** What was opened, to be closed in the reverse order, once, however the program comes to its end. */
export interface Ending {
  /** Something was opened (or is being opened): this closes it. */
  add(close: () => Promise<unknown>): void;
  /** True from the first wish to end. */
  readonly begun: boolean;
  /** Closes everything; a second call waits for the first. */
  run(): Promise<void>;
}

/** @param onError told of what would not close; the rest is closed all the same */
export const makeEnding = (onError: (error: unknown) => void): Ending => {
  const closers: (() => Promise<unknown>)[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close().catch(onError);
  };
  return {
    add: (close) => {
      closers.push(close);
    },
    get begun() {
      return running !== undefined;
    },
    run: () => {
      running ??= closeAll();
      return running;
    },
  };
};
