/** What every engine is asked: the same claims, what they come to. */
import type { Claim, ClaimOutcome } from "../claim.ts";

export interface Answer {
  readonly outcome: ClaimOutcome;
  /** Yuan: text where it has exact decimals, else a number. */
  readonly payable: string | number;
}

/** One engine with the promise written as its users would write it; making it ready is not measured. */
export interface Engine {
  readonly name: string;
  /** How many claims a measured round decides: enough to take some tenths of a second. */
  readonly perRound: number;
  /** Decides, with whatever it takes to hand the engine a claim, and lets the results go. */
  readonly round: (claims: readonly Claim[]) => void | Promise<void>;
  readonly answers: (claims: readonly Claim[]) => readonly Answer[] | Promise<readonly Answer[]>;
}

export function engine<R>(
  name: string,
  perRound: number,
  decide: (claim: Claim) => R,
  answer: (result: R) => Answer,
): Engine {
  // Kept, so that no decision can be optimised away.
  const last: { result: R | null } = { result: null };
  return {
    name,
    perRound,
    round: (claims) => {
      for (const claim of claims) last.result = decide(claim);
    },
    answers: (claims) => claims.map((claim) => answer(decide(claim))),
  };
}

/** For engines that answer with a promise: many at a time, or they would mostly wait. */
const AT_A_TIME = 100;

export function asyncEngine<R>(
  name: string,
  perRound: number,
  decide: (claim: Claim) => Promise<R>,
  answer: (result: R) => Answer,
): Engine {
  const all = async (claims: readonly Claim[], use: (results: readonly R[]) => void): Promise<void> => {
    for (let i = 0; i < claims.length; i += AT_A_TIME)
      use(await Promise.all(claims.slice(i, i + AT_A_TIME).map(decide)));
  };
  return {
    name,
    perRound,
    round: (claims) => all(claims, (results) => results.length),
    answers: async (claims) => {
      const out: Answer[] = [];
      await all(claims, (results) => out.push(...results.map(answer)));
      return out;
    },
  };
}

/** Of an engine that gives an amount, or nothing where there is no liability. */
export function answerOf(payable: unknown): Answer {
  if (typeof payable !== "number") return { outcome: "decline", payable: 0 };
  return { outcome: payable > 0 ? "pay" : "nothing", payable };
}
