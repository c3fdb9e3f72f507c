/** Answers beside what is really due. */
import type { Claim } from "./claim.ts";
import type { Answer, Engine } from "./engines/engine.ts";
import { due } from "./oracle.ts";

export interface Accuracy {
  readonly claims: number;
  /** Claims whose amount is not exactly the one due. */
  readonly amountsWrong: number;
  /** By how much in all, 分. */
  readonly centsWrong: number;
  readonly outcomesWrong: number;
}

export async function accuracy(engine: Engine, claims: readonly Claim[]): Promise<Accuracy> {
  const answers = await engine.answers(claims);
  if (answers.length !== claims.length) throw new Error(`${engine.name} left claims unanswered`);
  let [amountsWrong, centsWrong, outcomesWrong] = [0, 0, 0];
  claims.forEach((claim, i) => {
    const answer = answers[i];
    if (answer === undefined) return;
    const right = due(claim);
    const off = Number(hundredthsOf(answer) - right.cents * 100n) / 100;
    if (off !== 0) amountsWrong++;
    centsWrong += Math.abs(off);
    if (answer.outcome !== right.outcome) outcomesWrong++;
  });
  return { claims: claims.length, amountsWrong, centsWrong: Math.round(centsWrong), outcomesWrong };
}

/** Hundredths of a cent: an answer that is no whole cent is seen too. */
function hundredthsOf({ payable }: Answer): bigint {
  const [whole = "0", fraction = ""] = String(payable).split(".");
  return BigInt(whole) * 10_000n + BigInt(fraction.slice(0, 4).padEnd(4, "0"));
}
