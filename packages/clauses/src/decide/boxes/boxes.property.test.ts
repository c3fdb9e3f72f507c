/** The boxes say what the full engine says, wherever both are exact: documents of the library, some facts bounded or unknown. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { byBoxes, compileResolved, thoroughly } from "../compile.ts";
import type { Decision } from "../decision.ts";
import { Engine } from "../engine.ts";
import { FILES, facts, library, loosened, orWrong } from "../library.fixture.ts";

const RUNS = Number(process.env.RUNS ?? 40);

/** Which of the facts asked for come first is a guess of the full engine where it is hard to tell. */
const comparable = (d: Decision): unknown => ({ ...d, asks: d.asks.map((a) => a.fact).sort() });

test.each(FILES)("%s: decided as by the full engine", (file) => {
  const resolved = library(file);
  const engine = new Engine(resolved);
  const [fast, full] = [byBoxes(engine), thoroughly(engine, false)];
  let decided = 0;
  fc.assert(
    fc.property(loosened(resolved, facts(resolved)), (given) => {
      const own = fast(given);
      if (own === null) return;
      decided++;
      const thorough = orWrong(() => full(given));
      if (thorough === "wrong facts") throw new Error("decided on facts that the full reader refuses");
      if (thorough.tight) expect(comparable(own)).toEqual(comparable(thorough));
    }),
    { numRuns: RUNS },
  );
  expect(decided).toBeGreaterThan(0);
});

test.each(FILES)("%s: explained or not, it is the same decision", (file) => {
  const resolved = library(file);
  const [explained, plain] = [compileResolved(resolved), compileResolved(resolved, { explain: false })];
  fc.assert(
    fc.property(loosened(resolved, facts(resolved)), (given) => {
      const [told, bare] = [orWrong(() => explained(given)), orWrong(() => plain(given))];
      if (told === "wrong facts" || bare === "wrong facts") {
        expect(told).toBe(bare);
        return;
      }
      expect(told.explanation).toBeInstanceOf(Array);
      expect({ ...told, explanation: undefined }).toEqual({ ...bare, explanation: undefined });
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});
