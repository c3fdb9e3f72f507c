/** `npm run bench -w packages/clauses`: what this engine and others make of the same claims, on this machine, now. */
import { readFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readTerms } from "@goodfaith/clauses";
import { type Accuracy, accuracy } from "./accuracy.ts";
import { bounded } from "./bounded.ts";
import { claims as draw } from "./claim.ts";
import { byHand } from "./engines/byHand.ts";
import type { Engine } from "./engines/engine.ts";
import { feelin } from "./engines/feelin.ts";
import { jsonRules } from "./engines/jsonRules.ts";
import { ours } from "./engines/ours.ts";
import { publicodes } from "./engines/publicodes.ts";
import { zen } from "./engines/zen.ts";
import { rates } from "./measure.ts";
import { readOften, readOnce } from "./reading.ts";
import { type Row, type Run, shown } from "./report.ts";

const TERMS = fileURLToPath(new URL("../../../../terms/medical/jinhuibao-2024.yaml", import.meta.url));

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    claims: { type: "string", default: "100000" },
    rounds: { type: "string", default: "9" },
    seed: { type: "string", default: "20240601" },
  },
});

const say = (line: string): void => {
  process.stderr.write(`… ${line}\n`);
};

async function run(): Promise<Run> {
  const load = loadavg()[0] ?? 0;
  const cold = await readOnce();
  const terms = readTerms(await readFile(TERMS, "utf8"), { file: TERMS });
  const count = Number(values.claims);
  const claims = draw(count, Number(values.seed));
  const exact: readonly Engine[] = [ours(terms, false), ours(terms, true)];
  const others = [zen(false), zen(true), jsonRules(), publicodes(), feelin()];
  const compared = [...exact, ...byHand(), ...others];
  const found = new Map<string, Accuracy>();
  for (const engine of compared) {
    say(`${engine.name}: ${count} claims against the oracle`);
    found.set(engine.name, await accuracy(engine, claims));
  }
  say(`speed: ${values.rounds} rounds, the engines taking turns`);
  const speeds = await rates([...compared, bounded(terms, claims)], claims, Number(values.rounds));
  say("reading a document of sixty clauses");
  const warm = await readOften();
  const rows = [...speeds].map(([name, rate]): Row => ({ name, rate, accuracy: found.get(name) ?? null }));
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    node: process.version,
    load,
  };
  return {
    machine,
    seed: Number(values.seed),
    claims: count,
    rounds: Number(values.rounds),
    rows,
    reading: { cold, warm },
  };
}

const figures = await run();
process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : shown(figures));
