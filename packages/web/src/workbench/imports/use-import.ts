import { type ImportKind, type ImportView, runImport } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { upload } from "../../shared/api/upload.ts";

export interface ImportWork {
  readonly busy: { name: string; part: number } | null;
  readonly error: unknown;
  readonly result: ImportView | null;
  readonly check: (file: File) => void;
  /** Applies the file that was checked; null while there is none that may be. */
  readonly apply: (() => void) | null;
  readonly clear: () => void;
}

const CHANGED = ["people.list", "claims.list", "today.read", "imports.list"];

/** Checks a file without changing anything; the same file may then be applied. */
export const useImport = (kind: ImportKind): ImportWork => {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState<ImportWork["busy"]>(null);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<ImportView | null>(null);
  const run = async (chosen: File, dryRun: boolean): Promise<void> => {
    setError(null);
    setBusy({ name: chosen.name, part: 0 });
    try {
      const answer = await upload(
        runImport,
        { params: { kind }, query: { dryRun: dryRun ? "true" : "false" }, body: {} },
        { file: chosen, onProgress: (part) => setBusy({ name: chosen.name, part }) },
      );
      setResult(answer);
    } catch (problem) {
      setError(problem);
      if (dryRun) setResult(null);
    } finally {
      setBusy(null);
      for (const key of CHANGED) void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const ready = file !== null && result?.dryRun && result.bad === 0 && result.rows > 0;
  return {
    busy,
    error,
    result,
    check: (chosen) => {
      setFile(chosen);
      void run(chosen, true);
    },
    apply: ready ? () => void run(file, false) : null,
    clear: () => {
      setFile(null);
      setResult(null);
      setError(null);
    },
  };
};
