import type { Coverage } from "@goodfaith/clauses";
import { useEffect, useState } from "react";
import { startWorker } from "./start-worker.ts";
import type { Answer, Question } from "./worker.ts";

/** What a document's examples reach; null until it is known. */
export const useCoverage = (text: string): Coverage | null => {
  const [coverage, setCoverage] = useState<Coverage | null>(null);
  useEffect(() => {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.is === "coverage") setCoverage(data.coverage);
      worker.terminate();
    };
    const question: Question = { wants: "coverage", number: 0, text };
    worker.postMessage(question);
    return () => worker.terminate();
  }, [text]);
  return coverage;
};
