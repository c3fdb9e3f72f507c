/** Checked by the compiler alone: an operation's types follow its shapes. What does not hold here does not build. */
import { z } from "zod";
import { type CallInput, type CallOutput, type Download, operation, type ParsedInput } from "./operation.ts";

const plain = operation({
  id: "typings.plain",
  method: "POST",
  path: "/x/:id",
  who: { anyone: true },
  summary: { zh: "一", en: "one" },
  params: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().default(5) }),
  output: z.object({ n: z.number() }),
});
const download = operation({
  id: "typings.download",
  method: "GET",
  path: "/x.xlsx",
  who: { anyone: true },
  summary: { zh: "二", en: "two" },
  output: "download",
});

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Plain = ParsedInput<typeof plain>;

export const holds: {
  params: Same<Plain["params"], { id: string }>;
  query: Same<Plain["query"], { limit: number }>;
  undeclared: Same<Plain["body"], undefined>;
  given: Same<CallInput<typeof plain>["params"], { id: string }>;
  output: Same<CallOutput<typeof plain>, { n: number }>;
  download: Same<CallOutput<typeof download>, Download>;
} = { params: true, query: true, undeclared: true, given: true, output: true, download: true };
