/** What an exception may do in its base's place, found by generated documents. */
import { expect, test } from "vitest";
import { compile, readTerms } from "../index.ts";

const document = (clauses: string): ReturnType<typeof compile> =>
  compile(
    readTerms(`terms: t/1
title: 示例
kind: product
facts:
  甲: {type: boolean}
  额: {type: money, max: 10, step: 1}
clauses:
${clauses}`),
    { explain: false },
  );

test("a limit in the place of a referral is a limit", () => {
  const decide = document(`  - {id: 付, text: t, pay: 额}
  - {id: 问, text: t, refer: 额 > 9, because: 额大}
  - {id: 限, text: t, instead of: 问, when: 甲, cap: 4}
`);
  expect(decide({ 甲: true, 额: 8 }).payable).toEqual({ least: "4.00", most: "4.00" });
  expect(decide({ 额: 8 }).payable).toEqual({ least: "4.00", most: "8.00" });
});

test("a value that an exception may leave empty keeps its ends", () => {
  const decide = document(`  - {id: 值甲, text: t, define: {值: 额}}
  - {id: 空, text: t, instead of: 值甲, when: 额 > 9, define: {值: '额 + sum([])'}}
  - {id: 付, text: t, pay: 值}
  - {id: 出, text: t, gives: [值]}
`);
  expect(decide({ 额: { between: [1, 9] } }).values).toEqual({ 值: { between: ["1", "9"] } });
});
