import type { EvidenceId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import type { ClaimEvent, EventOf } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { refusals } from "../refusals.ts";
import { proveBySigns, type ReadOn } from "./statement.ts";

export interface AddedFile {
  readonly evidenceId: EvidenceId;
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Added {
  readonly events: readonly ClaimEvent[];
  readonly read: { readonly kind: string; readonly rows: number; readonly zh: string; readonly en: string };
}

/** Refuses a file that the case already holds, byte for byte. */
export const refuseHeld = (
  state: ClaimState,
  file: Pick<AddedFile, "filename" | "sha256">,
): Refusal | null =>
  state.evidence.some(({ sha256, withdrawn }) => sha256 === file.sha256 && withdrawn === null)
    ? refusals.sameFile(file.filename)
    : null;

const added = (
  file: AddedFile,
  rest: Pick<EventOf<"evidence-added">, "kind" | "summary" | "owner">,
): ClaimEvent => ({ type: "evidence-added", ...file, ...rest });

/** Keeps a document as evidence; what it proves, a person records. */
export const addDocument = (file: AddedFile, name: { readonly zh: string; readonly en: string }): Added => ({
  events: [added(file, { kind: "document", summary: `${name.zh}，作为证据保存`, owner: null })],
  read: {
    kind: "document",
    rows: 0,
    zh: `${name.zh}已作为证据保存。它证明什么，请录入认定。`,
    en: `Kept as evidence (${name.en}). Record what it proves.`,
  },
});

/** Adds a statement and, in the same step, what it proves. */
export const addStatement = (
  state: ClaimState,
  file: AddedFile,
  input: ReadOn & { readonly owner: "named" | "confirmed" },
  world: World,
): Added | Refusal => {
  const proved = proveBySigns(state, input, world);
  if (isRefusal(proved)) return proved;
  const { kind, acts } = input.statement;
  return {
    events: [added(file, { kind, summary: proved.zh, owner: input.owner }), ...proved.events],
    read: { kind, rows: acts.length, zh: proved.zh, en: proved.en },
  };
};
