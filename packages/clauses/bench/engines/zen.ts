/** GoRules ZEN: a JSON decision model of an expression, a table and another expression. Its numbers are decimals. */
import { ZenDecisionContent, ZenEngine, type ZenEngineResponse } from "@gorules/zen-engine";
import type { Claim } from "../claim.ts";
import { type Answer, asyncEngine, type Engine } from "./engine.ts";

const node = (id: string, type: string, content: object = {}) => ({
  id,
  type,
  name: id,
  position: { x: 0, y: 0 },
  content,
});
const edge = (from: string, to: string, sourceHandle?: string) => ({
  id: `${from}-${to}`,
  type: "edge",
  sourceId: from,
  targetId: to,
  ...(sourceHandle === undefined ? {} : { sourceHandle }),
});
const expressions = (entries: Readonly<Record<string, string>>) => ({
  expressions: Object.entries(entries).map(([key, value]) => ({ id: key, key, value })),
  passThrough: true,
});

/** Names are in English: ZEN's expressions take no Chinese ones. */
const MODEL = {
  contentType: "application/vnd.gorules.decision",
  nodes: [
    node("claim", "inputNode"),
    node(
      "waiting",
      "expressionNode",
      expressions({
        waited: 'd(admitted).isAfter(d(effective).add(30, "d"))',
        inside: "total - basic - major - outside",
      }),
    ),
    node("rates", "decisionTableNode", {
      hitPolicy: "first",
      passThrough: true,
      inputs: [{ id: "known", name: "known", field: "known" }],
      outputs: [
        { id: "insideRate", name: "insideRate", field: "insideRate" },
        { id: "outsideRate", name: "outsideRate", field: "outsideRate" },
      ],
      rules: [
        { _id: "1", known: "true", insideRate: "0.4", outsideRate: "0.3" },
        { _id: "2", known: "false", insideRate: "0.8", outsideRate: "0.6" },
      ],
    }),
    node(
      "benefit",
      "expressionNode",
      expressions({
        amount: "max([0, inside - 15000]) * insideRate + max([0, outside - 15000]) * outsideRate",
        payable: "waited ? round(min([$.amount, max([0, 1500000 - paid])]), 2) : 0",
        outcome: 'waited ? ($.payable > 0 ? "pay" : "nothing") : "decline"',
      }),
    ),
    node("decision", "outputNode"),
  ],
  edges: [
    edge("claim", "waiting"),
    edge("waiting", "rates"),
    edge("rates", "benefit"),
    edge("benefit", "decision"),
  ],
};

const context = (c: Claim) => ({
  admitted: c.入院日期,
  effective: c.生效日期,
  total: c.医疗总费用,
  basic: c.基本医保已付,
  major: c.大病保险已付,
  outside: c.目录外费用,
  known: c.既往症,
  paid: c.本年已赔,
});

export function zen(trace: boolean): Engine {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(MODEL));
  return asyncEngine(
    trace ? "@gorules/zen-engine, with its trace" : "@gorules/zen-engine",
    trace ? 1_000 : 4_000,
    (claim): Promise<ZenEngineResponse> => decision.evaluate(context(claim), { trace }),
    ({ result: { outcome, payable } }): Answer => ({ outcome, payable }),
  );
}
