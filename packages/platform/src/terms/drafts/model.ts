import { never } from "../../kernel/never.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import type { DraftId, DraftStatus } from "./contract.ts";
import { no } from "./refusals.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
}
/** 文本 with what it says of itself. */
export interface Writing {
  readonly source: string;
  readonly digest: string;
  readonly termsId: string;
  readonly title: string;
}

/** What happened to a draft. */
export type DraftEvent =
  | ({ readonly type: "created" } & Writing)
  | ({ readonly type: "saved" } & Writing)
  | { readonly type: "submitted"; readonly digest: string }
  | { readonly type: "signed"; readonly digest: string }
  | { readonly type: "returned"; readonly remark: string }
  | { readonly type: "withdrawn"; readonly remark: string };

/** What a person wants done with it. */
export type DraftCommand = DraftEvent;

export interface Signature extends Person {
  /** ISO 8601 */
  readonly at: string;
}
/** A draft as its steps fold to; JSON and nothing else. The text stands beside it. */
export interface DraftState {
  readonly draftId: DraftId;
  readonly version: number;
  readonly status: DraftStatus;
  readonly termsId: string;
  readonly title: string;
  readonly digest: string;
  /** Everybody who wrote any of it, the last one last. */
  readonly authors: readonly Person[];
  readonly signatures: readonly Signature[];
  readonly remark: string | null;
  readonly changedAt: string;
}
export interface Recorded {
  readonly version: number;
  readonly event: DraftEvent;
  readonly by: Person;
  readonly at: string;
}

/** How many different people sign an edition. */
export const SIGNATURES = 2;

const has = (people: readonly Person[], { id }: Person): boolean => people.some((one) => one.id === id);

/** Why this person may not sign now, apart from permissions; null where they may. */
export const whyNotSign = (
  state: Pick<DraftState, "authors" | "signatures">,
  by: Person,
): "author" | "signed-already" | null => {
  if (has(state.authors, by)) return "author";
  return has(state.signatures, by) ? "signed-already" : null;
};

const sign = (state: DraftState, digest: string, by: Person): DraftEvent | Refusal => {
  if (state.status !== "submitted") return no.notSubmitted(state.status);
  if (digest !== state.digest) return no.otherText(digest, state.digest);
  const why = whyNotSign(state, by);
  if (why === "author") return no.ownWriting(by.name);
  return why === "signed-already" ? no.signedAlready(by.name) : { type: "signed", digest };
};

/** What follows from a command, or why nothing does. `null` where there is nothing to do: the same text saved again. */
export const decide = (
  state: DraftState | null,
  command: DraftCommand,
  by: Person,
): DraftEvent | Refusal | null => {
  if (command.type === "created") return command;
  if (state === null) return no.missing();
  if (state.status === "signed" || state.status === "withdrawn") return no.ended(state.status);
  switch (command.type) {
    case "saved":
      if (state.status !== "draft") return no.submitted();
      return command.digest === state.digest ? null : command;
    case "submitted":
      return state.status === "draft" ? { type: "submitted", digest: state.digest } : no.submitted();
    case "signed":
      return sign(state, command.digest, by);
    case "returned":
      return state.status === "submitted" ? command : no.notSubmitted(state.status);
    case "withdrawn":
      return command;
    default:
      return never(command);
  }
};

const written = (state: DraftState, { termsId, title, digest }: Writing, by: Person): DraftState => ({
  ...state,
  termsId,
  title,
  digest,
  authors: [...state.authors.filter(({ id }) => id !== by.id), by],
});

const blank = (draftId: DraftId): DraftState => ({
  draftId,
  version: 0,
  status: "draft",
  termsId: "",
  title: "",
  digest: "",
  authors: [],
  signatures: [],
  remark: null,
  changedAt: "",
});

const after = (state: DraftState, { event, by, at }: Recorded): DraftState => {
  switch (event.type) {
    case "created":
    case "saved":
      return written(state, event, by);
    case "submitted":
      return { ...state, status: "submitted", signatures: [], remark: null };
    case "signed": {
      const signatures = [...state.signatures, { ...by, at }];
      return { ...state, signatures, status: signatures.length < SIGNATURES ? "submitted" : "signed" };
    }
    case "returned":
      return { ...state, status: "draft", signatures: [], remark: event.remark };
    case "withdrawn":
      return { ...state, status: "withdrawn", remark: event.remark };
    default:
      return never(event);
  }
};

/** The draft after one more step. */
export const evolve = (state: DraftState | null, draftId: DraftId, step: Recorded): DraftState => ({
  ...after(state ?? blank(draftId), step),
  version: step.version,
  changedAt: step.at,
});

/** The draft that its steps make; null for none. */
export const fold = (draftId: DraftId, steps: readonly Recorded[]): DraftState | null =>
  steps.reduce<DraftState | null>((state, step) => evolve(state, draftId, step), null);

/** True where a decision is an event and not a refusal. */
export const isStep = (decided: DraftEvent | Refusal | null): decided is DraftEvent =>
  decided !== null && !isRefusal(decided);
