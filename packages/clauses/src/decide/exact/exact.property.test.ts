/** The exact path says, to the byte, what the full engine says: as functions and as generated JavaScript. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Resolved } from "../../terms/resolve.ts";
import { exactly, thoroughly } from "../compile.ts";
import { Engine } from "../engine.ts";
import { FILES, facts, library, orWrong } from "../library.fixture.ts";

const RUNS = Number(process.env.RUNS ?? 60);

/** At and past what a double holds exactly, and what is no amount at all. */
const extreme = fc.constantFrom<unknown>(
  90_071_992_547_409.91,
  "90071992547409.93",
  2 ** 53,
  1e21,
  "123456789012345678901234567890.12",
  -0.01,
  0.005,
  "1e3",
  "",
  "一万",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  {},
  { none: true },
  { between: [1, 2] },
  true,
  "2024-02-30",
  "2024-10-01T24:00:00",
  "2024-10-01T08:12",
  " 2024-10-01",
);

/** Amounts of which 30% or 50% end in half a cent. */
const halves = (resolved: Resolved): fc.Arbitrary<Record<string, unknown>> => {
  const money = [...resolved.doc.facts.values()].filter((d) => d.type.kind === "money");
  const odd = fc.integer({ min: 0, max: 20_000_000 }).map((n) => (n * 10 + 5) / 100);
  return fc
    .tuple(facts(resolved), fc.array(odd, { minLength: money.length, maxLength: money.length }))
    .map(([given, amounts]) => ({
      ...given,
      ...Object.fromEntries(money.map((d, i) => [d.name, amounts[i]])),
    }));
};

/** What the exact path left to the full engine it left for facts that are wrong, or for another reason. */
type Tried = "decided" | "wrong facts" | "left";

/** Decides in each way, and compares what the exact path says, where it does, with what the full engine says. */
function trial(
  file: string,
  explained: boolean,
): { readonly resolved: Resolved; readonly on: (given: unknown) => Tried } {
  const resolved = library(file);
  const engine = new Engine(resolved);
  const full = thoroughly(engine, explained);
  const ways = [Number.POSITIVE_INFINITY, 0].map((generateAfter) =>
    exactly(engine, explained, { generateAfter }),
  );
  const on = (given: unknown): Tried => {
    const [own, generated] = ways.map((way) => JSON.stringify(way(given)));
    expect(generated).toBe(own);
    if (own === "null") return orWrong(() => engine.facts(given)) === "wrong facts" ? "wrong facts" : "left";
    expect(own).toBe(JSON.stringify(orWrong(() => full(given as Record<string, unknown>))));
    return "decided";
  };
  return { resolved, on };
}

test.each(FILES)("%s: decided and explained as by the full engine", (file) => {
  const { resolved, on } = trial(file, true);
  let decided = 0;
  let right = 0;
  fc.assert(
    fc.property(fc.oneof(facts(resolved), halves(resolved)), (given) => {
      const tried = on(given);
      if (tried !== "wrong facts") right++;
      if (tried === "decided") decided++;
    }),
    { numRuns: RUNS },
  );
  // Known facts take the exact path; what it leaves to the full engine must stay rare.
  expect(decided / right).toBeGreaterThan(0.75);
});

test.each(FILES)("%s: unknown facts that nothing reads change nothing", (file) => {
  for (const explained of [false, true]) {
    const { resolved, on } = trial(file, explained);
    const names = [...resolved.doc.facts.keys()];
    fc.assert(
      fc.property(
        facts(resolved),
        fc.subarray(names, { maxLength: Math.min(3, names.length) }),
        (given, unknown) => {
          on(Object.fromEntries(Object.entries(given).filter(([n]) => !unknown.includes(n))));
        },
      ),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  }
});

test.each(FILES)("%s: extreme and wrong facts are decided or refused as by the full engine", (file) => {
  const { resolved, on } = trial(file, true);
  const names = [...resolved.doc.facts.keys(), "不是事实", "__proto__"];
  fc.assert(
    fc.property(facts(resolved), fc.constantFrom(...names), extreme, (given, name, value) => {
      on({ ...given, [name]: value });
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  );
});

test("a page that forbids making code of text gets the same decisions", () => {
  const made = globalThis.Function;
  class Forbidding {
    constructor() {
      throw new EvalError("forbidden by the page");
    }
  }
  const file = FILES.find((f) => f.includes("jinhuibao-2024")) ?? "";
  const { resolved, on } = trial(file, true);
  const [given] = fc.sample(facts(resolved), { numRuns: 1, seed: 1 });
  try {
    Object.assign(globalThis, { Function: Forbidding });
    expect(on(given)).toBe("decided");
  } finally {
    Object.assign(globalThis, { Function: made });
  }
});

test("JavaScript is made of every document", () => {
  const made = globalThis.Function;
  const texts: string[] = [];
  for (const file of FILES) {
    const { resolved, on } = trial(file, true);
    const [given] = fc.sample(facts(resolved), { numRuns: 1, seed: 1 });
    const spying = new Proxy(made, {
      construct: (target, args: readonly string[]) => {
        texts.push(file);
        return Reflect.construct(target, args);
      },
    });
    try {
      Object.assign(globalThis, { Function: spying });
      on(given);
    } finally {
      Object.assign(globalThis, { Function: made });
    }
  }
  expect(texts).toEqual(FILES);
});
