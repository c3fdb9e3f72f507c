import { useEffect, useRef, useState } from "react";
import type { TermsProblem } from "../engine.ts";
import { startWorker } from "../start-worker.ts";
import type { Answer, Question } from "../worker.ts";

/** How long a person pauses before the text is checked. */
const PAUSE_MS = 300;
/** A text that is not checked by then is given up until it changes. */
const PATIENCE_MS = 15_000;

export type Checked =
  | { readonly state: "checking"; readonly problems: readonly TermsProblem[] }
  | { readonly state: "done"; readonly problems: readonly TermsProblem[] }
  | { readonly state: "slow"; readonly problems: readonly TermsProblem[] };

/** `check`, as the command runs it, on a text as it is typed, beside the other editions in force. */
export const useCheck = (
  text: string,
  neighbours: Extract<Question, { wants: "check" }>["neighbours"],
): Checked => {
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);
  const [checked, setChecked] = useState<Checked>({ state: "checking", problems: [] });
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    number.current += 1;
    const question: Question = { wants: "check", number: number.current, text, neighbours };
    setChecked(({ problems }) => ({ state: "checking", problems }));
    let patience: ReturnType<typeof setTimeout> | undefined;
    const pause = setTimeout(() => {
      worker.current ??= startWorker();
      const running = worker.current;
      running.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.is !== "check" || data.number !== number.current) return;
        clearTimeout(patience);
        setChecked({ state: "done", problems: data.problems });
      };
      const giveUp = (): void => {
        running.terminate();
        worker.current = null;
        setChecked({ state: "slow", problems: [] });
      };
      running.onerror = giveUp;
      patience = setTimeout(giveUp, PATIENCE_MS);
      running.postMessage(question);
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      clearTimeout(patience);
    };
  }, [text, neighbours]);
  return checked;
};
