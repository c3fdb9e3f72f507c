import { record } from "../../access/index.ts";
import { append, caseChanged, readCase } from "../../cases/index.ts";
import type { CaseId } from "../../kernel/ids.ts";
import { isRefusal, orRefuse, type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { keepEditions } from "../../terms/index.ts";
import { lifeRefusals } from "../life/refusals.ts";
import { clockEditions } from "../model/clocks.ts";
import { applied, withDecision } from "../model/decisions.ts";
import type { ClaimEvent } from "../model/events.ts";
import { rowOf } from "../model/row.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { bareWorld, gatherWorld, worldOf } from "../records/gather.ts";
import { loadClaim } from "./load.ts";
import { refuseSecondDeath } from "./second-death.ts";

/** What a step is noted as in the audit. */
export interface Note {
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const write = async (
  context: Context,
  state: ClaimState | null,
  events: readonly ClaimEvent[],
  note: Note,
): Promise<ClaimState> => {
  const world = await worldOf(context);
  const after = applied(state, events, world);
  const { partyId, caseId } = after;
  await append(context, {
    partyId,
    caseId,
    kind: "claim",
    expected: state?.version ?? 0,
    events: events.map(({ type, ...data }) => ({ type, data })),
    state: after,
    row: rowOf(after, world),
  });
  await record(context, {
    action: note.action,
    subject: { kind: "case", id: caseId },
    partyId,
    detail: { version: after.version, ...note.detail },
  });
  return after;
};

/** The documents that a decision of the case uses. */
export const editionsOf = (state: ClaimState, world: World): string[] => [
  ...state.policies.map(({ terms }) => terms),
  world.paymentTerms,
  ...clockEditions(state, world.book).map(({ terms: { id } }) => id),
];

/** Writes events that change nothing that is known: a notice on its way, an order's progress. */
export const commitPlain = (context: Context, state: ClaimState, events: readonly ClaimEvent[], note: Note) =>
  write(context, state, events, note);

/**
 * Writes a command's events and, in the same step, the decisions that follow from them. A contradiction, or facts that the
 * terms do not allow, refuse it all.
 */
export const commit = async (
  context: Context,
  state: ClaimState | null,
  events: readonly ClaimEvent[],
  note: Note,
): Promise<ClaimState> => {
  const after = applied(state, events, bareWorld(context));
  await refuseSecondDeath(context, state, after);
  const world = await gatherWorld(context, after);
  await keepEditions(context, editionsOf(after, world));
  return write(context, state, orRefuse(withDecision(state, events, world)), note);
};

/**
 * The case as the institution's records stand now: where they changed since the last decision (an account was registered, a
 * policy's status corrected), every policy is decided anew before money moves or anything is asked of anybody.
 */
export const redecided = async (
  context: Context,
  state: ClaimState,
): Promise<{ readonly state: ClaimState; readonly events: readonly ClaimEvent[] }> => {
  const world = await gatherWorld(context, state);
  const events = orRefuse(withDecision(state, [], world));
  if (events.length > 0) await keepEditions(context, editionsOf(state, world));
  return { state: applied(state, events, world), events };
};

/** Runs a command on a case that the page showed at `version`. @throws Refused */
export const act = async (
  context: Context,
  caseId: CaseId,
  version: number,
  note: Note,
  run: (state: ClaimState, world: World) => readonly ClaimEvent[] | Refusal,
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  const events = run(state, await worldOf(context));
  if (isRefusal(events)) throw new Refused(events);
  return commit(context, state, events, note);
};

/** The claim as the page showed it, closed or not. @throws Refused `cases.changed`, `cases.missing` */
export const loadShown = async (context: Context, caseId: CaseId, version: number): Promise<ClaimState> => {
  const row = await readCase(context, caseId);
  if (row.version !== version) throw caseChanged(version, row.version);
  return (await loadClaim(context, caseId)).state;
};

/** The same, for steps that a closed case takes no more. @throws Refused `claims.closed`, `cases.changed`, `cases.missing` */
export const loadAt = async (context: Context, caseId: CaseId, version: number): Promise<ClaimState> => {
  const state = await loadShown(context, caseId, version);
  if (state.closed) throw new Refused(lifeRefusals.closed(state.closed.at, state.number));
  return state;
};
