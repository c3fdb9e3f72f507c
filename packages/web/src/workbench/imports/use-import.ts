import {
  type ImportKind,
  type ImportView,
  isUnderWay,
  readImport,
  runImport,
} from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { upload } from "../../shared/api/upload.ts";

export interface ImportWork {
  readonly busy: { name: string; part: number } | null;
  readonly error: unknown;
  /** As far as it has come: while it is under way, with its progress. */
  readonly result: ImportView | null;
  readonly check: (file: File) => void;
  /** Checks the same file again, with what has been said of its columns since. */
  readonly recheck: (() => void) | null;
  /** Applies the file that was checked; null while there is none that may be. */
  readonly apply: (() => void) | null;
  readonly clear: () => void;
}

const CHANGED = ["people.list", "claims.list", "today.read", "imports.list", "imports.under-way"];
const LOOK_EVERY_MS = 500;

const runs = (view: ImportView): boolean => isUnderWay(view) && view.status !== "interrupted";
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** Checks a file without changing anything; the same file may then be applied. The work itself goes on at the server. */
export const useImport = (kind: ImportKind): ImportWork => {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState<ImportWork["busy"]>(null);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<ImportView | null>(null);
  // The import that the page follows now; another file, or leaving the page, ends the following.
  const followed = useRef<object | null>(null);
  useEffect(
    () => () => {
      followed.current = null;
    },
    [],
  );
  const run = async (chosen: File, dryRun: boolean): Promise<void> => {
    const mine = {};
    followed.current = mine;
    const still = (): boolean => followed.current === mine;
    setError(null);
    setBusy({ name: chosen.name, part: 0 });
    try {
      let view = await upload(
        runImport,
        { params: { kind }, query: { dryRun: dryRun ? "true" : "false", wait: "false" }, body: {} },
        { file: chosen, onProgress: (part) => still() && setBusy({ name: chosen.name, part }) },
      );
      while (still()) {
        setResult(view);
        if (!runs(view)) break;
        await pause();
        view = await call(readImport, { params: { importId: view.importId } });
      }
    } catch (problem) {
      if (!still()) return;
      setError(problem);
      if (dryRun) setResult(null);
    } finally {
      if (still()) setBusy(null);
      for (const key of CHANGED) void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const ready = file !== null && result?.status === "checked" && result.bad === 0 && result.rows > 0;
  return {
    busy,
    error,
    result,
    check: (chosen) => {
      setFile(chosen);
      void run(chosen, true);
    },
    recheck: file ? () => void run(file, true) : null,
    apply: ready ? () => void run(file, false) : null,
    clear: () => {
      followed.current = null;
      setFile(null);
      setBusy(null);
      setResult(null);
      setError(null);
    },
  };
};
