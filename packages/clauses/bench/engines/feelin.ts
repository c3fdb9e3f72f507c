/** feelin: the same as one FEEL expression. Its numbers are JavaScript's. */
import { evaluate } from "feelin";
import { answerOf, type Engine, engine } from "./engine.ts";

const EXPRESSION = `
if date(入院日期) <= date(生效日期) + duration("P30D") then null
else round half up(min(
  max(0, 医疗总费用 - 基本医保已付 - 大病保险已付 - 目录外费用 - 15000) * (if 既往症 then 0.4 else 0.8)
    + max(0, 目录外费用 - 15000) * (if 既往症 then 0.3 else 0.6),
  max(0, 1500000 - 本年已赔)), 2)`;

export const feelin = (): Engine =>
  engine("feelin", 200, (claim): unknown => evaluate(EXPRESSION, { ...claim }).value, answerOf);
