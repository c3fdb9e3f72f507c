import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { terms } from "../../terms/index.ts";
import { clauseViews } from "./clauses.ts";

const Examples = z.object({
  examples: z.array(z.object({ name: z.string(), given: z.record(z.string(), z.unknown()) })),
});
const documents = [
  "life-endowment-holiday/2019",
  "life-critical-illness/2020",
  "infant-accident/2024",
  "jinhuibao/2024",
];
const cases = documents.flatMap((id) => {
  const edition = terms.need(id);
  return Examples.parse(parse(edition.terms.text)).examples.map(({ name, given }) => ({ id, name, given }));
});

describe("lamps over every example of the documents", () => {
  it.each(cases)("$id $name", ({ id, given }) => {
    const edition = terms.need(id);
    const decision = edition.decide(given);
    const views = clauseViews(edition, decision, given);
    const lamp = new Map(views.map((view) => [view.id, view.lamp]));
    expect(views.map((view) => view.id)).toEqual(edition.clauses.map((clause) => clause.id));
    for (const { shows } of views) expect(shows.length).toBeGreaterThan(0);
    if (decision.settled) expect([...lamp.values()]).not.toContain("depends");
    // Which edition governs is a question that no clause is open about.
    else if (decision.asks.some(({ fact }) => fact !== edition.terms.governs))
      expect([...lamp.values()]).toContain("depends");
    if (decision.outcome === "pay")
      for (const benefit of decision.benefits)
        if (Number(benefit.least) > 0) expect(lamp.get(benefit.clause), benefit.clause).toBe("certain");
    if (decision.outcome === "decline")
      for (const { clause } of decision.reasons) expect(lamp.get(clause)).toBe("certain");
  });
});

describe("the endowment's holiday clause", () => {
  const edition = terms.need("life-endowment-holiday/2019");
  const lampsAt = (moment: unknown) => {
    const [example] = cases;
    const facts = { ...example?.given, 出险时间: moment };
    const views = clauseViews(edition, edition.decide(facts), facts);
    return Object.fromEntries(views.map(({ id, lamp }) => [id, lamp]));
  };
  it("is open while the time may lie on either side, lit inside the holiday, out beyond it", () => {
    const found = "2024-10-03T08:40:00";
    expect(lampsAt({ between: ["2024-09-30T21:00:00", found] })).toMatchObject({
      第三条: "depends",
      第五条: "depends",
      第四条: "off",
    });
    expect(lampsAt({ between: ["2024-10-01T00:00:00", found] })).toMatchObject({
      第三条: "off",
      第五条: "certain",
    });
    expect(lampsAt("2024-09-30T21:00:00")).toMatchObject({
      第三条: "certain",
      第五条: "off",
      第八条: "off",
      第二条: "certain",
    });
  });
});
