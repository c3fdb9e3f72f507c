/** With nothing known at all, conditions link facts of which neither is known: the boxes still decide, exactly. */
import { expect, test } from "vitest";
import { byBoxes } from "../compile.ts";
import { Engine } from "../engine.ts";
import { library } from "../library.fixture.ts";

test.each([
  ["medical/jinhuibao-2024.yaml", "1500000.00"],
  ["medical/jinhuibao-2025.yaml", "3000000.00"],
])("%s: every fact that matters is asked for", (file, most) => {
  const resolved = library(file);
  const decision = byBoxes(new Engine(resolved))({});
  expect(decision?.tight).toBe(true);
  expect(decision?.outcome).toBe("open");
  expect(decision?.payable).toEqual({ least: "0.00", most });
  const asked = new Set(decision?.asks.map((a) => a.fact));
  expect([...resolved.doc.facts.keys()].filter((name) => !asked.has(name))).toEqual([]);
});
