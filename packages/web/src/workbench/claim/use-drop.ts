import { addFile, type ClaimView } from "@goodfaith/platform/contract";
import { useRef, useState } from "react";
import { Problem } from "../../shared/api/problem.ts";
import { idempotencyKey } from "../../shared/api/request.ts";
import { upload } from "../../shared/api/upload.ts";
import type { Line } from "../../shared/format/use-format.ts";
import { useConflict, useKeepClaim } from "./use-claim.ts";
import { useUndo } from "./use-undo.tsx";

export interface Dropped {
  readonly id: string;
  readonly file: File;
  readonly read: Line | null;
  readonly error: unknown;
}

const MB = 1024 * 1024;

/** A file that the contract's limit already refuses is not sent at all. */
const tooLarge = (file: File): Problem | null => {
  const limit = addFile.file?.maxBytes ?? Number.POSITIVE_INFINITY;
  if (file.size <= limit) return null;
  const mine = (file.size / MB).toFixed(1);
  const max = Math.round(limit / MB);
  return new Problem({
    title: `“${file.name}”有 ${mine} MB，超过上限 ${max} MB；文件没有上传，案件没有改变`,
    titleEn: `“${file.name}” has ${mine} MB, over the limit of ${max} MB; it was not sent and the case is unchanged`,
    detail: null,
    detailEn: null,
    code: "file.too-large",
    status: 413,
    facts: { bytes: file.size, limit },
    fields: [],
  });
};

const newFile = (before: ClaimView, after: ClaimView) => {
  const had = new Set<string>(before.evidence.map(({ evidenceId }) => evidenceId));
  return after.evidence.find(({ evidenceId }) => !had.has(evidenceId));
};

/** Sends dropped files one after another, each on the version that the one before it left; more may be dropped meanwhile. */
export const useDrop = (claim: ClaimView) => {
  const [results, setResults] = useState<readonly Dropped[]>([]);
  const [busy, setBusy] = useState<{ name: string; part: number } | null>(null);
  const keep = useKeepClaim(claim.caseId);
  const conflict = useConflict(claim.caseId);
  const undo = useUndo(claim.caseId);
  const waiting = useRef<File[]>([]);
  const running = useRef(false);
  const latest = useRef(claim);
  if (claim.version > latest.current.version) latest.current = claim;

  const put = (dropped: Dropped): void =>
    setResults((known) => [...known.filter(({ id }) => id !== dropped.id), dropped]);

  const send = async (id: string, file: File, owner?: "insured"): Promise<void> => {
    const before = latest.current;
    try {
      const refused = tooLarge(file);
      if (refused) throw refused;
      setBusy({ name: file.name, part: 0 });
      const body = { version: before.version, ...(owner ? { owner } : {}) };
      const answer = await upload(
        addFile,
        { params: { caseId: claim.caseId }, body },
        { file, onProgress: (part) => setBusy({ name: file.name, part }), key: id },
      );
      latest.current = answer.claim;
      keep(answer.claim);
      put({ id, file, read: answer.read, error: null });
      const made = newFile(before, answer.claim);
      if (made) undo(answer.claim, { kind: "file", id: made.evidenceId, shows: made.filename });
    } catch (error) {
      conflict(error);
      put({ id, file, read: null, error });
    }
  };

  const add = async (files: readonly File[]): Promise<void> => {
    waiting.current.push(...files);
    if (running.current) return;
    running.current = true;
    setResults([]);
    for (let file = waiting.current.shift(); file; file = waiting.current.shift())
      await send(idempotencyKey(), file);
    running.current = false;
    setBusy(null);
  };

  return {
    results,
    busy,
    add: (files: readonly File[]) => void add(files),
    confirmOwner: (id: string, file: File) => void send(id, file, "insured").finally(() => setBusy(null)),
    dismiss: (id: string) => setResults((known) => known.filter((dropped) => dropped.id !== id)),
  };
};
