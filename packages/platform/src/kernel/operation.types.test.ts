import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type CallInput, type CallOutput, type Download, operation, type ParsedInput } from "./operation.ts";

const plain = operation({
  id: "x.plain",
  method: "POST",
  path: "/x/:id",
  who: { anyone: true },
  summary: { zh: "一", en: "one" },
  params: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().default(5) }),
  output: z.object({ n: z.number() }),
});
const download = operation({
  id: "x.download",
  method: "GET",
  path: "/x.xlsx",
  who: { anyone: true },
  summary: { zh: "二", en: "two" },
  output: "download",
});

test("an operation's types follow its shapes, and what it does not declare is undefined", () => {
  expectTypeOf<ParsedInput<typeof plain>["params"]>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<ParsedInput<typeof plain>["query"]>().toEqualTypeOf<{ limit: number }>();
  expectTypeOf<ParsedInput<typeof plain>["body"]>().toEqualTypeOf<undefined>();
  expectTypeOf<CallInput<typeof plain>["params"]>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<CallOutput<typeof plain>>().toEqualTypeOf<{ n: number }>();
  expectTypeOf<CallOutput<typeof download>>().toEqualTypeOf<Download>();
});
